// The ready files of the hosts, each made from headers.txt: `node pkg-config/hosting/files.mjs` writes them.
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { alone, desk, framed } from "./headers.mjs";

/** Who may frame the page under /embed/. Portals go here, with a space between them. */
const PORTALS = "https://portal.example";
const NOTE = `Made from headers.txt. Put your portals in the place of ${PORTALS}, or 'none' if nobody is to frame the page.`;

const nginx = () => {
  const block = (location, headers) => [
    `location ${location} {`,
    ...headers.map(([name, value]) => `    add_header ${name} "${value}" always;`),
    "}",
  ];
  return [
    `# ${NOTE}`,
    "# Include it in the server block whose root is dist/site and which has no location for these paths yet. A location inherits no",
    "# add_header once it has one of its own: those of your server block do not reach these, so put there what else they need.",
    ...block("/", alone()),
    ...block("/iso27001-desk", desk()),
    ...block("/embed/", framed(PORTALS)),
    "",
  ].join("\n");
};

const apache = () => {
  const set = (headers) => headers.map(([name, value]) => `    Header always set ${name} "${value}"`);
  return [
    `# ${NOTE}`,
    "# Save it as .htaccess in dist/site. It needs mod_headers and, for .htaccess, AllowOverride FileInfo.",
    "<IfModule !mod_headers.c>",
    "    # Without the module the page would be served bare and nobody would know: better an error.",
    '    Error "mod_headers is needed"',
    "</IfModule>",
    '<If "%{REQUEST_URI} =~ m#/embed/#">',
    ...set(framed(PORTALS)),
    "</If>",
    '<ElseIf "%{REQUEST_URI} =~ m#/iso27001-desk#">',
    ...set(desk()),
    "</ElseIf>",
    "<Else>",
    ...set(alone()),
    "</Else>",
    "",
  ].join("\n");
};

const lists = () => {
  const rule = (path, headers) => [path, ...headers.map(([name, value]) => `  ${name}: ${value}`)];
  return [
    `# ${NOTE}`,
    "# Save it as _headers in dist/site. Where several rules fit an address, their headers add up, and two policies would both hold:",
    "# so each address has one rule of its own, and there is none for /*. These hosts serve a file without its .html too.",
    ...[
      "/",
      "/index",
      "/index.html",
      "/iso27001-readiness",
      "/iso27001-readiness/",
      "/iso27001-readiness.html",
    ].flatMap((path) => rule(path, alone())),
    ...["/iso27001-desk", "/iso27001-desk/", "/iso27001-desk.html"].flatMap((path) => rule(path, desk())),
    ...rule("/embed/*", framed(PORTALS)),
    "",
  ].join("\n");
};

export const files = () => ({
  "nginx.conf": nginx(),
  "apache.htaccess": apache(),
  netlify_headers: lists(),
  "cloudflare-pages_headers": lists(),
});

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, text] of Object.entries(files())) writeFileSync(new URL(name, import.meta.url), text);
}

/**
 * Runs in the page: tries each way out that needs no click and no navigation, towards an address that must never be asked
 * for. From a timer, since a browser may let past the policy what a driver runs itself. Returns the names of what was tried.
 */
export function tryToLeave(base) {
  const made = (tag, set) => () => {
    const element = document.createElement(tag);
    set(element);
    document.body.append(element);
  };
  const styled = (rule) => () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rule);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  };
  const ways = {
    image: () => void (new Image().src = `${base}/image`),
    "image set": made("img", (img) => (img.srcset = `${base}/srcset 1x`)),
    picture: made("picture", (picture) =>
      picture.append(
        Object.assign(document.createElement("source"), { srcset: `${base}/picture` }),
        document.createElement("img"),
      ),
    ),
    fetch: () => fetch(`${base}/fetch`),
    "fetch without an answer": () =>
      fetch(`${base}/no-cors`, { mode: "no-cors", method: "POST", body: "x", keepalive: true }),
    request: () => {
      const request = new XMLHttpRequest();
      request.open("POST", `${base}/xhr`);
      request.send("x");
    },
    beacon: () => navigator.sendBeacon(`${base}/beacon`, "x"),
    socket: () => new WebSocket(`${base.replace("http", "ws")}/socket`),
    events: () => new EventSource(`${base}/events`),
    script: made("script", (script) => (script.src = `${base}/script`)),
    module: () => import(/* @vite-ignore */ `${base}/module`),
    worker: () => new Worker(`${base}/worker`),
    "shared worker": () => new SharedWorker(`${base}/shared`),
    "service worker": () => navigator.serviceWorker.register(`${base}/service`),
    "style sheet": made("link", (link) => Object.assign(link, { rel: "stylesheet", href: `${base}/sheet` })),
    "style import": made("style", (style) => (style.textContent = `@import url(${base}/import)`)),
    "style background": styled(`body { background-image: url(${base}/background) }`),
    "style cursor": styled(`body { cursor: url(${base}/cursor), auto }`),
    "style list": styled(`body { display: list-item; list-style-image: url(${base}/list) }`),
    "style content": styled(`body::after { content: url(${base}/content) }`),
    font: async () => {
      styled(`@font-face { font-family: out; src: url(${base}/font) } body { font-family: out }`)();
      await document.fonts.load("12px out");
    },
    "font face": () => new FontFace("out2", `url(${base}/face)`).load(),
    frame: made("iframe", (frame) => (frame.src = `${base}/frame`)),
    object: made("object", (object) => (object.data = `${base}/object`)),
    embed: made("embed", (embed) => (embed.src = `${base}/embed`)),
    video: made("video", (video) =>
      Object.assign(video, { src: `${base}/video`, poster: `${base}/poster`, preload: "auto" }),
    ),
    audio: () => void (new Audio(`${base}/audio`).preload = "auto"),
    track: made("video", (video) =>
      video.append(Object.assign(document.createElement("track"), { src: `${base}/track`, default: true })),
    ),
    prefetch: made("link", (link) => Object.assign(link, { rel: "prefetch", href: `${base}/prefetch` })),
    preload: made("link", (link) => Object.assign(link, { rel: "preload", as: "image", href: `${base}/preload` })),
    "module preload": made("link", (link) =>
      Object.assign(link, { rel: "modulepreload", href: `${base}/modulepreload` }),
    ),
    icon: made("link", (link) => Object.assign(link, { rel: "icon", href: `${base}/icon` })),
    manifest: made("link", (link) => Object.assign(link, { rel: "manifest", href: `${base}/manifest` })),
    speculation: made("script", (script) =>
      Object.assign(script, {
        type: "speculationrules",
        text: JSON.stringify({ prefetch: [{ urls: [`${base}/speculation`] }] }),
      }),
    ),
    form: made("form", (form) => {
      Object.assign(form, { action: `${base}/form`, method: "post" });
      setTimeout(() => form.submit());
    }),
    "svg image": () => {
      const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
      const image = document.createElementNS("http://www.w3.org/2000/svg", "image");
      image.setAttribute("href", `${base}/svg`);
      svg.append(image);
      document.body.append(svg);
    },
    "svg use": () => {
      const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
      const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
      use.setAttribute("href", `${base}/use#x`);
      svg.append(use);
      document.body.append(svg);
    },
    base: made("base", (element) => (element.href = `${base}/base/`)),
    "relative image after base": made("img", (img) => (img.src = "relative")),
  };
  const patience = () => new Promise((wake) => setTimeout(wake, 100));
  return new Promise((done) => {
    setTimeout(async () => {
      for (const way of Object.values(ways)) {
        try {
          // What is refused at once is as good as what comes to nothing.
          await Promise.race([way(), patience()]);
        } catch {
          continue;
        }
      }
      done(Object.keys(ways));
    });
  });
}

/**
 * What a build of the core makes of files, as SHA-256: of the canonical text, of the result envelope with the report, and
 * of the plan. Runs in Node with the class that it is given, and in a page with the page's own, which its store lends for
 * what-ifs: its source is carried in, so it uses nothing from outside.
 */
export async function digests(texts, given) {
  const Assessment =
    given ?? document.querySelector("iso27001-readiness").session.store.try((copy) => copy.constructor);
  // RFC 8785: keys by UTF-16 code units, and the numbers and strings of ECMAScript.
  const canonical = (value) => {
    if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
    if (typeof value !== "object" || value === null) return JSON.stringify(value);
    const keys = Object.keys(value).sort();
    return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(",")}}`;
  };
  const sha256 = async (text) => {
    const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  };
  const made = [];
  for (const text of texts) {
    const assessment = Assessment.parse(text);
    const parts = [assessment.toJSON(), canonical(assessment.result()), canonical(assessment.plan())];
    assessment.free();
    made.push((await Promise.all(parts.map(sha256))).join(" "));
  }
  return made;
}

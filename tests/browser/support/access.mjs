import { readFileSync } from "node:fs";

const axe = readFileSync(new URL("../../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * What axe finds against WCAG 2.2 AA and good practice, a line each. The policy lets no script in, so it comes by the driver.
 * `rules` are all, or those that axe itself files under colour (`cat.color`: the contrast of text, and links told apart within
 * text), or all but these. Those about colour alone are asked of two of each kind of text: what two hundred rows of a table
 * have alike is alike in all of them.
 */
export async function violations(page, rules = "all") {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.native.evaluate(axe);
  await settled(page);
  return page.evaluate(
    async ({ values, rules }) => {
      const root = document.querySelector("iso27001-readiness, iso27001-desk").shadowRoot;
      // What stays in sight at the foot covers a part of whatever lies under it where the page is scrolled to at the time.
      const foot = root.querySelector(".notices");
      if (foot) foot.style.position = "static";
      const coloured = globalThis.axe.getRules(values).filter(({ tags }) => tags.includes("cat.color"));
      const ids = coloured.map(({ ruleId }) => ruleId);
      /** By all that decides on the colours of a text and of what lies under it, from the text outwards. */
      const [kinds, names] = [new Map(), new Map()];
      const kind = (one) => {
        if (!(one instanceof Element)) return "";
        if (kinds.has(one)) return kinds.get(one);
        const style = getComputedStyle(one);
        const { color, backgroundColor, backgroundImage, opacity, fontSize, fontWeight, textDecoration, position } =
          style;
        const own = [color, backgroundColor, backgroundImage, opacity, fontSize, fontWeight, textDecoration, position];
        // What is disabled may be as faint as it likes.
        const off = one.matches(":disabled, [aria-disabled=true]");
        const name = [kind(one.parentNode), one.localName, one.className, off, ...own].join();
        if (!names.has(name)) names.set(name, String(names.size));
        kinds.set(one, names.get(name));
        return names.get(name);
      };
      const told = new Map();
      const representatives = () =>
        [...root.querySelectorAll("*")].filter((one) => {
          const worded = [...one.childNodes].some(
            (node) => node.nodeType === Node.TEXT_NODE && node.data.trim() !== "",
          );
          if (!(worded || one.matches("input, select, textarea")) || !one.checkVisibility()) return false;
          told.set(kind(one), (told.get(kind(one)) ?? 0) + 1);
          return told.get(kind(one)) <= 2;
        });
      const { violations } = await globalThis.axe.run(rules === "colours" ? { include: representatives() } : document, {
        runOnly: rules === "colours" ? { type: "rule", values: ids } : { type: "tag", values },
        rules: rules === "structure" ? Object.fromEntries(ids.map((id) => [id, { enabled: false }])) : {},
        resultTypes: ["violations"],
      });
      if (foot) foot.style.position = "";
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(
          (node) =>
            `${id}: ${node.target.flat().join(" ")}: ${node.html.replace(/<!--.*?-->/g, "").slice(0, 160)}: ${node.failureSummary}`,
        ),
      );
    },
    { values: TAGS, rules },
  );
}

/**
 * All that axe's rules about anything but colour see: what is there, with every attribute and text, whether it shows, where it
 * lies, how far it scrolls and how its letters are drawn. In two looks of one shape they find the same.
 */
export const shape = (page) =>
  page.evaluate(async () => {
    await document.querySelector("iso27001-readiness, iso27001-desk").updateComplete;
    const parts = [];
    const add = (root) => {
      for (const one of root.querySelectorAll("*")) {
        const { x, y, width, height } = one.getBoundingClientRect();
        const { visibility, overflow, clipPath, opacity, fontSize, fontWeight, fontStyle } = getComputedStyle(one);
        parts.push(
          one.localName,
          one.checkVisibility(),
          [x + scrollX, y + scrollY, width, height, one.scrollWidth, one.scrollHeight].map(Math.round),
          [visibility, overflow, clipPath, opacity, fontSize, fontWeight, fontStyle],
          [...one.attributes].map(({ name, value }) => `${name}=${value}`),
          [one.checked, one.disabled],
        );
        if (one.shadowRoot) add(one.shadowRoot);
      }
      parts.push((root.body ?? root).textContent);
    };
    add(document);
    const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(parts.join("\n")));
    return [...new Uint8Array(bytes)].join();
  });

/** What was asked for has been drawn and nothing moves any more. */
export const settled = (page) =>
  page.evaluate(async () => {
    const { shadowRoot, updateComplete } = document.querySelector("iso27001-readiness, iso27001-desk");
    await updateComplete;
    const moving = () =>
      [...document.getAnimations(), ...shadowRoot.getAnimations()].some((one) => one.playState === "running");
    const end = performance.now() + 2_000;
    do await new Promise((wake) => setTimeout(wake, 20));
    while (moving() && performance.now() < end);
  });

/** By how much the page reaches sideways out of the window, and what reaches furthest. */
export const overflow = (page) =>
  page.evaluate(() => {
    const over = document.documentElement.scrollWidth - innerWidth;
    if (over <= 0) return null;
    const all = [...document.querySelector("iso27001-readiness, iso27001-desk").shadowRoot.querySelectorAll("*")];
    // A page from right to left reaches out on the left.
    const reach = (one) => {
      const { left, right } = one.getBoundingClientRect();
      return document.documentElement.dir === "rtl" ? -left : right;
    };
    // Of those that reach as far, the innermost.
    const worst = all
      .reverse()
      .filter((one) => one.checkVisibility())
      .sort((one, other) => reach(other) - reach(one))[0];
    return `${over} px by ${worst?.tagName}.${worst?.className}: ${worst?.textContent.trim().slice(0, 60)}`;
  });

/** Text that is cut off by its own box. */
export const cut = (page) =>
  page.evaluate(() =>
    [...document.querySelector("iso27001-readiness, iso27001-desk").shadowRoot.querySelectorAll("main *, header *")]
      .filter((one) => {
        const style = getComputedStyle(one);
        if (
          !one.checkVisibility({ visibilityProperty: true }) ||
          // Left to screen readers alone.
          style.clipPath !== "none" ||
          one.closest(".hidden") ||
          !/hidden|clip/.test(style.overflow) ||
          !one.textContent.trim()
        )
          return false;
        return one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1;
      })
      .map((one) => `${one.tagName}.${one.className}: ${one.textContent.trim().slice(0, 60)}`),
  );

/** What can be pressed and is smaller than 24 by 24 CSS pixels; links in the flow of a sentence are excepted, as in WCAG. */
export const small = (page) =>
  page.evaluate(() =>
    [
      ...document
        .querySelector("iso27001-readiness, iso27001-desk")
        .shadowRoot.querySelectorAll("a[href], button, input, select, textarea, summary"),
    ]
      .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.classList.contains("skip"))
      .flatMap((one) => {
        const target = one.labels?.[0] && /radio|checkbox/.test(one.type) ? one.labels[0] : one;
        if (one.tagName === "A" && getComputedStyle(one).display === "inline") return [];
        const { width, height } = target.getBoundingClientRect();
        return width < 24 || height < 24
          ? [
              `${one.tagName} ${one.id || one.className} ${width.toFixed(1)}×${height.toFixed(1)}: ${(one.textContent || one.ariaLabel || "").trim().slice(0, 40)}`,
            ]
          : [];
      }),
  );

/** The element that has the focus: what it is, and the corners at which something else covers it. */
export const focused = (page) =>
  page.evaluate(() => {
    const root = document.querySelector("iso27001-readiness, iso27001-desk").shadowRoot;
    const one = root.activeElement;
    if (!one) return null;
    const shown = one.labels?.[0] && /radio|checkbox/.test(one.type) ? one.labels[0] : one;
    const box = [...one.getClientRects()].sort((a, b) => b.width * b.height - a.width * a.height)[0];
    const name = `${one.tagName} ${one.id || one.className} “${(one.textContent || one.value || "").trim().replace(/\s+/g, " ").slice(0, 50)}”`;
    if (!box) return { name, hidden: ["no box"] };
    const inset = (at, size) => [at + Math.min(4, size / 2), at + size - Math.min(4, size / 2)];
    const hidden = inset(box.x, box.width).flatMap((x) =>
      inset(box.y, box.height).flatMap((y) => {
        const at = root.elementFromPoint(x, y);
        return at &&
          (one.contains(at) || shown.contains(at) || at.contains(one)) &&
          !(at.contains(one) && at !== one && at.matches("main, body, html"))
          ? []
          : [`${x.toFixed()},${y.toFixed()} ${at?.tagName}.${at?.className}`];
      }),
    );
    return { name, hidden };
  });

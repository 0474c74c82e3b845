/** Texts that became markup, code or an address somewhere once. What runs calls `__hit`. */
const RUN = "__hit()";
const MARKUP = [
  `<script>${RUN}</script>`,
  `<img src=x onerror=${RUN}>`,
  `<svg onload=${RUN}>`,
  `<svg><script>${RUN}</script></svg>`,
  `<svg><animate onbegin=${RUN} attributeName=x dur=1s>`,
  `<math><mtext><style><img src=x onerror=${RUN}></style></mtext></math>`,
  `<iframe srcdoc="<script>parent.${RUN}</script>"></iframe>`,
  `<iframe src="javascript:parent.${RUN}"></iframe>`,
  `<object data="javascript:${RUN}"></object>`,
  `<embed src="data:text/html,<script>${RUN}</script>">`,
  `<a href="javascript:${RUN}">x</a>`,
  `<form action="javascript:${RUN}"><button>x</button></form>`,
  `<input autofocus onfocus=${RUN}>`,
  `<details open ontoggle=${RUN}>`,
  `<video><source onerror=${RUN}></video>`,
  `<body onload=${RUN}>`,
  `<style>@import "javascript:${RUN}";</style>`,
  `<link rel=stylesheet href="data:text/css,*{display:none}">`,
  `<meta http-equiv=refresh content="0;url=javascript:${RUN}">`,
  `<base href="javascript:${RUN}//">`,
  `<template><script>${RUN}</script></template>`,
  `<iso27001-readiness><b>x</b></iso27001-readiness>`,
  `<noscript><p title="</noscript><img src=x onerror=${RUN}>">`,
  `<xss style="animation-name:x" onanimationstart=${RUN}>`,
  `<marquee onstart=${RUN}>x</marquee>`,
];
const BEFORE = ["", `"><`.slice(0, 2), `'>`, `</textarea>`, `</script>`];
const OTHERS = [
  `" onmouseover="${RUN}" x="`,
  `' onfocus='${RUN}' autofocus x='`,
  `javascript:${RUN}`,
  `JaVaScRiPt:${RUN}`,
  ` javascript:${RUN}`,
  `java\tscript:${RUN}`,
  `vbscript:${RUN}`,
  `data:text/html,<script>${RUN}</script>`,
  `blob:null/${RUN}`,
  `https://example.org/"onclick="${RUN}`,
  "${alert(1)}",
  "{{constructor.constructor('__hit()')()}}",
  "#{__hit()}",
  "<%= __hit() %>",
  "<!--?lit$000000000$-->",
  "<!--",
  "]]>",
  "&lt;b&gt;&#x3c;img src=x onerror=__hit()&#x3e;",
  "%3Cscript%3E__hit()%3C/script%3E",
  "\\u003cscript\\u003e__hit()\\u003c/script\\u003e",
  "＜script＞__hit()＜/script＞",
  "__proto__",
  "constructor",
  "=cmd|'/C calc'!A0",
  "@SUM(1+1)*cmd",
  "$& $1 $` $'",
  "{name} {n} {when}",
  "‮gnitide‬ and ⁦isolated⁩",
  "zero\u200bwidth\u200d and \ufeffmarks",
  "A\u0308o\u0301 \u{1F468}\u200d\u{1F469}\u200d\u{1F467} 漢字 العربية",
];
export const PAYLOADS = [...BEFORE.flatMap((before) => MARKUP.map((markup) => before + markup)), ...OTHERS];

/** As a report shows it: marks that are not seen or turn the text stand as their numbers. */
export const shownAs = (text) =>
  text.replace(
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g,
    (mark) => `[U+${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}]`,
  );

/** An address with a text in it: nothing else than an address is taken. */
export const addressOf = (text) => `https://example.com/${text.replace(/[\u0000-\u001f\u007f]/g, "")}`;

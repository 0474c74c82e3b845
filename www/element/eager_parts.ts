// What the page gets deferred, the element has from the start. The frame is the page's alone.
import "../deferred/exports.js";
import "../deferred/import.js";
import "../deferred/learn.js";
import "../deferred/texts.js";
import "../deferred/views.js";

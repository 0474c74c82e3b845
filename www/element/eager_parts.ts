// What the page gets deferred, the element has from the start. The frame is the page's alone.
import "../deferred/advice.js";
import "../deferred/exports.js";
import "../deferred/learn.js";
import "../deferred/views.js";

import { html } from "lit";
import { register } from "../app/deferred.js";
import { deferredStyles } from "../app/views/deferred_styles.js";
import { terms } from "../app/text/glossary_links.js";
import { extend } from "../app/text/messages.js";
import { full } from "../app/views/assess/full.js";
import { compare } from "../app/views/compare/compare.js";
import { data } from "../app/views/data/data.js";
import { documents } from "../app/views/documents/documents.js";
import { learn } from "../app/views/learn/learn.js";
import { plan } from "../app/views/plan/plan.js";
import { report } from "../app/views/report/report.js";
import { result } from "../app/views/result/result.js";
import { below } from "../app/views/start/below.js";
import { tasks } from "../app/views/start/tasks.js";
import { statement } from "../app/views/statement/statement.js";
import { deferred } from "language/page.json";

extend(deferred);
register({
  styles: deferredStyles,
  terms,
  full,
  start: { below, tasks },
  // Its own script has registered it by then.
  views: {
    compare,
    data,
    documents,
    import: (page) => page.deferred.sheets?.view(page) ?? html``,
    learn,
    plan,
    report,
    result,
    statement,
  },
});

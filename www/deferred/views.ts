import { register } from "../app/deferred.js";
import { print } from "../app/styles/print.js";
import { viewStyles } from "../app/styles/views.js";
import { terms } from "../app/terms.js";
import { extend } from "../app/text.js";
import { compare } from "../app/views/compare.js";
import { data } from "../app/views/data.js";
import { documents } from "../app/views/documents.js";
import { learn } from "../app/views/learn.js";
import { plan } from "../app/views/plan.js";
import { report } from "../app/views/report.js";
import { result } from "../app/views/result.js";
import { statement } from "../app/views/statement.js";
import { deferred } from "../messages/en.json";

extend(deferred);
register({
  styles: viewStyles + print,
  terms,
  views: { compare, data, documents, learn, plan, report, result, statement },
});

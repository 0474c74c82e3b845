import { register } from "../app/deferred.js";
import { extend } from "../app/text/messages.js";
import { given } from "../app/views/import/given.js";
import { importView } from "../app/views/import/import.js";
import { answersIn } from "../app/views/import/inside.js";
import { importStyles } from "../app/views/import/import.styles.js";
import messages from "language/import.json";

extend(messages);
register({ styles: importStyles, sheets: { view: importView, given, inside: answersIn } });

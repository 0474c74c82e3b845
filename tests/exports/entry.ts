export { records } from "../../www/sheets/delimited.js";

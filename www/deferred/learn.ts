import { register } from "../app/deferred.js";
import learn from "language/learn.json";

register({ learn });

import { register } from "../app/deferred.js";
import learn from "../messages/learn.en.json";

register({ learn });

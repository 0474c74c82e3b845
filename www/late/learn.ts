import { arrive } from "../app/late.js";
import learn from "../messages/learn.en.json";

arrive({ learn });

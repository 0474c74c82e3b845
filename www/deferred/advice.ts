import { register } from "../app/deferred.js";
import advice from "../../src/questionnaire/en/advice.txt?raw";

register({ advice });

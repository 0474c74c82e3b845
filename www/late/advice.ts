import { arrive } from "../app/late.js";
import advice from "../../src/questionnaire/en/advice.txt?raw";

arrive({ advice });

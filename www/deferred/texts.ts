import { register } from "../app/deferred.js";
import texts from "questionnaire-texts";

register({ texts });

// The same questions as a survey of SurveyJS, as its documentation has one set up: core, user interface and style as three
// files, the survey as a fourth. A score is computed as its users do it, by expressions: a mean by topic, and one of all.
import { catalog } from "../../browser/support/core.mjs";

const read = (file) => new URL(`node_modules/${file}`, import.meta.url);
export const FILES = {
  "survey.core.min.js": read("survey-core/survey.core.min.js"),
  "survey-core.min.css": read("survey-core/survey-core.min.css"),
  "survey-js-ui.min.js": read("survey-js-ui/survey-js-ui.min.js"),
};

/** A name that an expression can hold. */
const named = (id) => `q_${id.replaceAll(".", "_")}`;

/** The survey as JSON: a page for each topic, seven choices to each question. */
export function survey() {
  const { areas, clauses, controls } = catalog("2022");
  const requirements = new Map([...clauses, ...controls].map((one) => [one.id, one]));
  const topic = ({ key }) => `t_${key.replaceAll(/\W/g, "_")}`;
  const mean = (names) => `avg(${names.map((name) => `{${name}}`).join(",")})`;
  return {
    title: "How ready are you for ISO/IEC 27001?",
    showProgressBar: true,
    progressBarType: "questions",
    pages: areas.map(({ key, title, refs }) => ({
      name: key,
      title,
      elements: refs.map((id) => {
        const { statement, levels } = requirements.get(id);
        const choices = [...levels.map((text, value) => ({ value, text })), { value: "unknown", text: "Don't know" }];
        return { type: "radiogroup", name: named(id), title: statement, choices };
      }),
    })),
    calculatedValues: [
      ...areas.map((area) => ({ name: topic(area), expression: mean(area.refs.map(named)) })),
      { name: "overall", expression: mean(areas.map(topic)) },
    ],
  };
}

export const html = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>Readiness</title>
    <link rel="stylesheet" href="survey-core.min.css">
    <script defer src="survey.core.min.js"></script>
    <script defer src="survey-js-ui.min.js"></script>
    <script defer src="start.js"></script>
  </head>
  <body>
    <div id="survey"></div>
  </body>
</html>
`;

/** The survey stands in the script that starts it, so that no further request is waited for. */
export const start = () =>
  `globalThis.made = ${JSON.stringify(survey())};\n` +
  'globalThis.survey = new Survey.Model(made);\nsurvey.render(document.getElementById("survey"));\n';

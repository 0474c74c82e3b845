/** The crate's version; vite.config.ts puts it in. */
declare const __VERSION__: string;
declare module "*.css";
/** All of the questionnaire that does not stand in the core; `cargo xtask` writes it to target/texts.js. */
declare module "questionnaire-texts" {
  const text: string;
  export default text;
}

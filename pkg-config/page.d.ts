/** The crate's version; vite.config.ts puts it in. */
declare const __VERSION__: string;
declare module "*.css";
declare module "*.txt?raw" {
  const text: string;
  export default text;
}

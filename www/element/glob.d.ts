interface ImportMeta {
  /** Vite's. */
  glob(patterns: string[], options: { eager: true }): Record<string, unknown>;
}
declare module "readiness-core-url" {
  const address: () => URL;
  export default address;
}

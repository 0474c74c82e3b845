declare module "readiness-core-url" {
  const address: () => URL;
  export default address;
}

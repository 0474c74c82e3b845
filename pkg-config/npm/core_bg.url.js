export default () => new URL("core_bg.wasm", import.meta.url);

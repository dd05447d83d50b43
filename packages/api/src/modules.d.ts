declare module '*.wasm' {
  const module: WebAssembly.Module;
  export default module;
}

/** The WebAssembly file of HiGHS. */
declare module 'highs/runtime' {
  const module: WebAssembly.Module;
  export default module;
}

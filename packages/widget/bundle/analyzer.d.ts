/** The analyser with its compiler and the plugin for Lit, which its own declarations leave out. */
declare module '@custom-elements-manifest/analyzer/src/browser-entrypoint.js' {
  /** The compiler that it was written for, which may be of another version than that of the repository. */
  export const ts: Pick<typeof import('typescript'), 'createSourceFile' | 'ScriptTarget'>;

  export function create(options: {
    readonly modules: readonly object[];
    readonly plugins: readonly unknown[];
    readonly context: { readonly dev: boolean };
  }): object;

  export function litPlugin(): readonly unknown[];
}

declare module 'mjml' {
  interface Options {
    readonly validationLevel?: 'strict' | 'soft' | 'skip';
    readonly keepComments?: boolean;
    readonly fonts?: Readonly<Record<string, string>>;
  }
  interface MjmlError {
    readonly message: string;
    readonly formattedMessage: string;
  }
  /** Compiles MJML to HTML. */
  export default function mjml(
    source: string,
    options?: Options,
  ): Promise<{ readonly html: string; readonly errors: readonly MjmlError[] }>;
}

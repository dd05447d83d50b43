/** What this version of the code works with; `weights/manifest.json` must say the same. */
export const MODEL = {
  /** Id and version of the vectors. */
  id: 'kopru-e5-small@1',
  /** Version of the layout of the weight files. */
  format: 1,
  dimensions: 384,
  /** Longest text in tokens, `<s>` and `</s>` included; what is longer is cut at its end. */
  maxTokens: 128,
} as const;

/** One file of `weights/`. */
interface ManifestFile {
  readonly name: string;
  readonly bytes: number;
  /** SHA-256 of the file, hexadecimal. */
  readonly sha256: string;
}

/** `weights/manifest.json`: which model the files hold, and their checksums. */
export interface Manifest {
  readonly id: string;
  readonly format: number;
  readonly dimensions: number;
  readonly maxTokens: number;
  /** Where the model comes from. */
  readonly origin: string;
  readonly licence: string;
  readonly files: readonly ManifestFile[];
}

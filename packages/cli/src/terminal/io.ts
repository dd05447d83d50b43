import type { Writable } from 'node:stream';
import type { Locale } from '@kopru/sdk/strings';
import type { Colors } from 'picocolors/types';

/** What a command has of the world: the process fills it in, a test gives its own. */
export interface Io {
  /** The result, and nothing else: what another program reads. */
  readonly stdout: Writable;
  /** Progress, summaries and errors, for people. */
  readonly stderr: Writable;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Folder that relative paths start from. */
  readonly cwd: string;
  /** Language of help, reports and sentences when no `--lang` is given. */
  readonly locale: Locale;
  /** Colours for stderr; plain where `NO_COLOR` is set or stderr is no terminal. */
  readonly colours: Colors;
  /** Whether stderr is a terminal, on which a progress line may be drawn over. */
  readonly interactive: boolean;
  /** Ends with Ctrl+C. */
  readonly signal: AbortSignal;
}

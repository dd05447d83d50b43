import manifest from '../../package.json' with { type: 'json' };
import { CliError } from '../terminal/exit.ts';

/** Programs that only `kopru dev` needs, so that nobody else has to install them. */
const PEERS = ['miniflare', 'wrangler'] as const;

/** What to say when the server cannot be loaded: which programs it wants, or the error itself if it is another. */
export function peerError(error: unknown): unknown {
  if (!PEERS.some((name) => isMissing(error, name))) return error;
  return new CliError(`kopru dev needs ${PEERS.join(' and ')}, which are not installed here.`, {
    hint: `npm i -D ${PEERS.map((name) => `${name}@${manifest.peerDependencies[name]}`).join(' ')}`,
    cause: error,
  });
}

const isMissing = (error: unknown, name: string): boolean =>
  error instanceof Error &&
  (error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND' &&
  error.message.includes(`'${name}'`);

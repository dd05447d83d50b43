import type {
  AnalyticsEngineDataset,
  D1Database,
  D1DatabaseSession,
  Fetcher,
  KVNamespace,
  Queue,
  RateLimit,
  SendEmail,
  Vectorize,
} from '@cloudflare/workers-types';
import type { EmbedderErrorCode } from '@kopru/sdk/engine/embedder';
import type { Hub } from './hubs/store.ts';
import type { Principal } from './lib/principal.ts';

/** What the queue carries: the name of a job that has something to do. What it is stands in D1. */
export interface JobMessage {
  readonly job: string;
}

/**
 * Vectors of one length in the order of the texts, or why there are none: a call from Worker to Worker
 * carries of an error the message alone.
 */
export type Embedded = {
  /** Id of the model that did the work, or would have. */
  readonly model: string;
} & (
  | { readonly vectors: readonly Float32Array[] }
  | { readonly error: { readonly code: EmbedderErrorCode; readonly message: string; readonly index?: number } }
);

/** What the API asks its embedder, `embedder-worker.ts`. */
export interface EmbedderService {
  embed(texts: readonly string[]): Promise<Embedded>;
  /** Id of the model whose weights it has, which are not loaded for this. @throws when there are none, or of another model. */
  model(): Promise<string>;
}

/** The bindings of wrangler.toml. */
export interface Bindings {
  readonly DB: D1Database;
  readonly CACHE: KVNamespace;
  readonly ASSETS: Fetcher;
  /** The Worker that holds the model; asked through `lib/embedder.ts` alone. */
  readonly EMBEDDER: EmbedderService;
  /** Rings for a job; what the job has to do stands in D1. */
  readonly JOBS: Queue<JobMessage>;
  /** Limits a key by route class, see `middleware/rate-limit.ts`. */
  readonly READS: RateLimit;
  readonly WRITES: RateLimit;
  readonly HEAVY: RateLimit;
  /** Requests in 60 seconds of each class, as the three bindings count them: what the headers say. */
  readonly KOPRU_LIMITS: Readonly<Record<'reads' | 'writes' | 'heavy', number>>;
  /** Finds the candidates of hubs that are too large for an isolate, where bound (`vectorize/`). */
  readonly VECTORS?: Vectorize;
  /** Counters, where bound. */
  readonly METRICS?: AnalyticsEngineDataset;
  /** Sends mail by Cloudflare, where bound. */
  readonly EMAIL?: SendEmail;
  /** Takes mail as files, in the local environment. */
  readonly MAILBOX?: Fetcher;
  /** SMTP server of the deployment, a secret: JSON with `host`, `port`, `security` (`tls` or `starttls`), `username` and `password`. */
  readonly KOPRU_SMTP?: string;
  readonly KOPRU_ENV: 'local' | 'production';
  /** Which lines the log holds: of every request, or of errors alone. */
  readonly KOPRU_LOG: 'requests' | 'errors';
  /** Name of the deployment: the audience of its viewer tokens. */
  readonly KOPRU_DEPLOYMENT: string;
  /** Where the API is reached, such as `https://api.hub.example`: the links of mails begin with it. */
  readonly KOPRU_ORIGIN: string;
  /** Keyring under which stored secrets are encrypted, see `lib/seal.ts`. */
  readonly KOPRU_KEYRING: string;
}

/** What middleware leaves for the routes. */
interface Variables {
  requestId: string;
  /** D1, as new as the primary was when the key was read. */
  db: D1DatabaseSession;
  /** Who asks. */
  principal: Principal;
  /** The origin in whose pages the answer may be read. Not there where there is none. */
  allowedOrigin: string;
  /** The hub of the key. Not there for an operator, whose routes name the hub they mean. */
  hub: Hub;
}

export interface AppEnv {
  Bindings: Bindings;
  Variables: Variables;
}

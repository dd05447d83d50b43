/**
 * What a list loses where Vectorize finds its candidates: the lists of large hubs by the stand-in of its limits
 * against those of the index that holds all. The profiles are the texts of the corpus, each in the facets of
 * several demo profiles, so that a hub has many near texts that the gates tell apart.
 *
 * @module
 */
import { createMatchIndex, type EmbeddedProfile, embedProfiles, type MatchIndex, pairingOf } from '@kopru/sdk/engine';
import type { Kind } from '@kopru/sdk/schema';
import {
  filterFor,
  METADATA_INDEXES,
  metadataOf,
  namespaceOf,
  type Sought,
  vectorId,
  vectorKey,
} from '../packages/api/src/vectorize/layout.ts';
import { UPSERT_BATCH } from '../packages/api/src/vectorize/limits.ts';
import { filtersFor, nearestKeys } from '../packages/api/src/vectorize/nearest.ts';
import { type StandIn, standIn } from '../packages/api/test/vectorize/stand-in.ts';
import { dressed } from './ablation-profiles.ts';
import { readArguments } from './arguments.ts';
import type { Evaluation } from './evaluation.ts';
import { readCorpus, SPLITS } from './texts.ts';

const LIST = 20;
/** How many lists of each side are compared. */
const LISTS = 100;
/** What a list reads first (`vector-search.ts`). */
const READ = 500;
/** By how much an approximate score may be off, to either side. */
const ERROR = 0.02;

/** Shares of the first 10 and 20 of the exact lists that are among the first 10 and 20 found. */
interface Recall {
  readonly at10: number;
  readonly at20: number;
}

export const vectorize: Evaluation = {
  usage: '[--copies N,N]',
  summary: 'recall of lists whose candidates come from Vectorize, against the lists of the whole index',
  async run(args, { createEmbedder, progress }) {
    const { values } = readArguments(args, 0, { copies: { type: 'string', default: '1,8' } });
    const embedder = await createEmbedder();
    const texts = (await Promise.all(SPLITS.map((split) => readCorpus(split)))).flat();
    progress(`embedding ${texts.length} texts`);
    const embedded = await embedProfiles(dressed(texts), embedder);
    const hubs = [];
    for (const copies of values.copies.split(',').map(Number)) {
      for (const error of [0, ERROR]) {
        const hub = await fill(copiesOf(embedded, copies), embedder, error);
        for (const kind of ['investor', 'startup'] as const) {
          const measured = await measure(hub, kind);
          progress(JSON.stringify({ copies, error, ...measured }));
          hubs.push({ copies, error, ...measured });
        }
      }
    }
    return { model: embedder.id, lists: LISTS, hubs };
  },
};

/** Each profile again in the facets of others of its kind, under ids of its own. */
function copiesOf(embedded: readonly EmbeddedProfile[], copies: number): EmbeddedProfile[] {
  const byKind = (['startup', 'investor'] as const).map((kind) =>
    embedded.filter(({ profile }) => profile.kind === kind),
  );
  return byKind.flatMap((of) =>
    of.flatMap((entry, i) =>
      Array.from({ length: copies }, (_, copy): EmbeddedProfile => {
        // A step that is prime to the nine languages of a topic, so that the copies come from many topics.
        const { facets } = (of[(i + copy * 37) % of.length] as EmbeddedProfile).profile;
        const { sectors, excludedSectors } = entry.profile.facets;
        const own = { ...facets, ...(sectors && { sectors }), ...(excludedSectors && { excludedSectors }) };
        return { ...entry, profile: { ...entry.profile, id: `${entry.profile.id}-${copy}`, facets: own } };
      }),
    ),
  );
}

interface FilledHub {
  readonly whole: MatchIndex;
  readonly vectors: StandIn;
  readonly namespace: string;
  readonly ofKey: ReadonlyMap<string, EmbeddedProfile>;
  readonly model: { readonly id: string; readonly dimensions: number };
}

async function fill(entries: readonly EmbeddedProfile[], model: FilledHub['model'], error: number): Promise<FilledHub> {
  const namespace = await namespaceOf('eval', model.id);
  const vectors = standIn({
    dimensions: model.dimensions,
    metadataIndexes: METADATA_INDEXES,
    approximate: (score, id) => score + error * Math.sin(Number.parseInt(id.slice(0, 8), 16)),
  });
  const whole = createMatchIndex(model);
  const ofKey = new Map<string, EmbeddedProfile>();
  for (const entry of entries) {
    whole.set(entry);
    if (entry.profile.active && entry.profile.consent) ofKey.set(await vectorKey(namespace, entry.profile), entry);
  }
  const all = [...ofKey].flatMap(([key, { profile, windows }]) =>
    windows.map((window, i) => ({
      id: vectorId(key, i),
      namespace,
      values: Float32Array.from(window),
      metadata: metadataOf(profile, key),
    })),
  );
  for (let at = 0; at < all.length; at += UPSERT_BATCH) await vectors.upsert(all.slice(at, at + UPSERT_BATCH));
  vectors.settle();
  return { whole, vectors, namespace, ofKey, model };
}

async function measure({ whole, vectors, namespace, ofKey, model }: FilledHub, kind: Kind) {
  const sought = kind === 'startup' ? 'investor' : 'startup';
  const subjects = [...whole.all(kind)];
  const some = Array.from(
    { length: LISTS },
    (_, i) => subjects[Math.floor((i * subjects.length) / LISTS)] as EmbeddedProfile,
  );
  const recalls: Record<string, Recall[]> = { unfiltered: [], filtered: [], inParts: [] };
  for (const subject of some) {
    const expected = whole.match(subject, { kind: sought, limit: LIST }).matches.map(({ id }) => id);
    if (expected.length === 0) continue;
    const asked: Sought = { kind: sought, pairing: pairingOf(kind, sought), subject: subject.profile };
    const ways = {
      unfiltered: [filterFor({ kind: sought, subject: subject.profile })],
      filtered: [filterFor(asked)],
      inParts: filtersFor(asked, subject.windows.length),
    };
    for (const [way, filters] of Object.entries(ways)) {
      const keys = await nearestKeys(vectors, namespace, subject.windows, filters);
      const index = createMatchIndex(model, null);
      for (const key of keys.slice(0, READ)) index.set(ofKey.get(key) as EmbeddedProfile);
      const list = index.match(subject, { kind: sought, limit: LIST }).matches.map(({ id }) => id);
      recalls[way]?.push({ at10: share(expected, list, 10), at20: share(expected, list, 20) });
    }
  }
  const profiles = [...whole.all(sought)].length;
  return {
    list: `${kind} seeks ${sought}`,
    profiles,
    ...Object.fromEntries(Object.entries(recalls).map(([way, of]) => [way, mean(of)])),
  };
}

/** Which share of the first of one list is among the first of the other. */
function share(expected: readonly string[], list: readonly string[], first: number): number {
  const wanted = expected.slice(0, first);
  const found = new Set(list.slice(0, first));
  return wanted.filter((id) => found.has(id)).length / wanted.length;
}

const mean = (of: readonly Recall[]): Recall => {
  const average = (value: (recall: Recall) => number) =>
    Math.round((of.reduce((sum, recall) => sum + value(recall), 0) / of.length) * 1000) / 1000;
  return { at10: average(({ at10 }) => at10), at20: average(({ at20 }) => at20) };
};

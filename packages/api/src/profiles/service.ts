import type { D1PreparedStatement } from '@cloudflare/workers-types';
import { type Embedder, EmbedderError, embedProfiles, namesToEmbed, normaliseProfile } from '@kopru/sdk/engine';
import { DEFAULT_RATES } from '@kopru/sdk/facets';
import { KINDS, type Kind, type Profile } from '@kopru/sdk/schema';
import type { Actor } from '../audit/record.ts';
import { ApiError } from '../errors.ts';
import type { Hub } from '../hubs/store.ts';
import { guard, isGuardFailure } from '../lib/guard.ts';
import type { Queryable } from '../lib/queryable.ts';
import { daysAfter } from '../lib/time.ts';
import { holdsRecords } from './export.ts';
import {
  getProfile,
  hasVectors,
  inactiveProfiles,
  type ProfileRow,
  profileFromRow,
  type StoredProfile,
} from './store.ts';
import { eraseStatements, type PreparedProfile, writeStatements } from './write-store.ts';

export interface Written {
  readonly stored: StoredProfile;
  readonly outcome: 'created' | 'updated' | 'unchanged';
}

/** Who writes what, where and when. */
export interface Write {
  readonly hubId: string;
  readonly kind: Kind;
  readonly id: string;
  readonly actor: Actor;
  readonly now: Date;
  /** Throws when the current state is not the one that the write is meant for. */
  readonly precondition?: (current: StoredProfile | undefined) => void;
}

/** The embedder, whose id is known before it is loaded. */
export interface Model {
  readonly id: string;
  load(): Promise<Embedder>;
}

/** A validated profile in the form in which it is compared, and as the JSON in which it is stored. */
export const prepareProfile = (kind: Kind, id: string, profile: Profile): PreparedProfile => ({
  normal: normaliseProfile(kind, id, profile, DEFAULT_RATES),
  body: JSON.stringify(profile),
});

/** How often a write that others overtake is tried. */
const ATTEMPTS = 8;

/**
 * Writes the profile that `next` makes of the current one. The same profile again changes nothing: no
 * version, no sequence, no embedding, unless its vectors are of another model. What was read is still
 * so when it is written, or the write is tried again from the start.
 *
 * @throws {ApiError} `conflict` when others overtook every attempt.
 */
export function writeProfile(
  db: Queryable,
  model: Model,
  write: Write,
  next: (current: StoredProfile | undefined) => Profile,
): Promise<Written> {
  const { hubId, kind, id, actor, now } = write;
  return onCurrent(db, write, async (current, unchanged) => {
    const prepared = prepareProfile(kind, id, next(current));
    const embedded = current !== undefined && (await hasVectors(db, hubId, kind, id, model.id));
    if (embedded && JSON.stringify(current.profile) === prepared.body) return { stored: current, outcome: 'unchanged' };
    const ready = embedded && sameTexts(current, prepared) ? prepared : await embed(prepared, model);
    const results = await db.batch<ProfileRow>([unchanged, ...writeStatements(db, hubId, actor, [ready], now)]);
    const row = results.flatMap((result) => result.results).find((result) => 'version' in result);
    return { stored: profileFromRow(row as ProfileRow), outcome: current ? 'updated' : 'created' };
  });
}

/**
 * Erases a profile for good, see `eraseStatements`, also one that only waits in an upload. Answers
 * whether there was anything to erase.
 */
export function deleteProfile(db: Queryable, write: Write & { readonly keep?: string | undefined }): Promise<boolean> {
  const { hubId, kind, id, actor, now, keep } = write;
  return onCurrent(db, write, async (current, unchanged) => {
    if (!current && !(await holdsRecords(db, hubId, kind, id))) return false;
    await db.batch([unchanged, ...eraseStatements(db, hubId, actor, { kind, id, keep }, now)]);
    return true;
  });
}

/** Most profiles that a call of {@link retainProfiles} erases: each takes about 26 queries. */
const RETAIN_PAGE = 25;

/** Erases profiles that nobody wrote for as long as the hub keeps them. Answers whether there may be more: after any, since they cost a run most of its queries. */
export async function retainProfiles(db: Queryable, { id: hubId, settings }: Hub, now: Date): Promise<boolean> {
  const { inactiveProfileDays } = settings.retention;
  if (inactiveProfileDays === null) return false;
  const oldest = daysAfter(now, -inactiveProfileDays);
  const inactive = await inactiveProfiles(db, hubId, oldest, RETAIN_PAGE);
  for (const { kind, id } of inactive) {
    const precondition = (current: StoredProfile | undefined) => {
      if (current && current.updatedAt >= oldest) throw new WrittenSince();
    };
    await deleteProfile(db, { hubId, kind, id, actor: { kind: 'job', id: 'retention' }, now, precondition }).catch(
      (error) => {
        if (!(error instanceof WrittenSince)) throw error;
      },
    );
  }
  return inactive.length > 0;
}

/** Somebody wrote the profile after it was found inactive. */
class WrittenSince extends Error {}

/**
 * Reads the current state and hands it on with a guard, which fails a batch when the state is no
 * longer so; then all is done again.
 */
async function onCurrent<T>(
  db: Queryable,
  { hubId, kind, id, precondition }: Write,
  act: (current: StoredProfile | undefined, unchanged: D1PreparedStatement) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const current = await getProfile(db, hubId, kind, id);
    precondition?.(current);
    const unchanged = guard(
      db,
      '(SELECT sequence FROM profiles WHERE hub_id = ? AND kind = ? AND id = ?) IS ?',
      hubId,
      kind,
      id,
      current?.sequence ?? null,
    );
    try {
      return await act(current, unchanged);
    } catch (error) {
      if (!isGuardFailure(error)) throw error;
    }
  }
  throw new ApiError('conflict', `Others write this ${kind} at the same time; send it again.`);
}

/** Whether the stored vectors are those of a profile: they follow from its text, language and sector names. */
export function sameTexts(current: StoredProfile, { normal }: PreparedProfile): boolean {
  const { kind, id, profile, lang } = current;
  const old = normaliseProfile(kind, id, profile, DEFAULT_RATES);
  return (
    old.text === normal.text &&
    lang === (normal.lang ?? null) &&
    JSON.stringify(namesToEmbed(old)) === JSON.stringify(namesToEmbed(normal))
  );
}

async function embed(prepared: PreparedProfile, model: Model): Promise<PreparedProfile> {
  const { normal } = prepared;
  const [embedded] = await embedProfiles([normal], await model.load()).catch(textError(normal.kind));
  return { ...prepared, ...(embedded && { embedded }) };
}

/** A text that the schema lets through and the model cannot read is the sender's to mend. */
export const textError =
  (kind: Kind, at = '') =>
  (error: unknown): never => {
    if (error instanceof EmbedderError && error.code === 'text_empty') {
      const path = `${at}/${KINDS[kind].text}`;
      throw new ApiError('invalid_request', `${path} holds no word that can be matched.`, [
        { in: 'body', path, rule: 'has_word', message: 'holds no word that can be matched', received: 'string' },
      ]);
    }
    throw error;
  };

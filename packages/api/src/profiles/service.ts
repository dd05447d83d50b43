import { type Embedder, EmbedderError, embedProfiles, type NormalProfile, normaliseProfile } from '@kopru/sdk/engine';
import { DEFAULT_RATES } from '@kopru/sdk/facets';
import { KINDS, type Kind, type Profile } from '@kopru/sdk/schema';
import { ApiError } from '../errors.ts';
import type { Hub, Queryable } from '../hubs/store.ts';
import { getProfile, hasVectors, putProfile, type StoredProfile } from './store.ts';

export interface Upserted {
  readonly stored: StoredProfile;
  readonly outcome: 'created' | 'updated' | 'unchanged';
}

/**
 * A validated profile in the form in which it is compared, and as the JSON in which it is stored.
 * The detected language is stored with it, so that it is detected once.
 */
export function prepareProfile(kind: Kind, id: string, profile: Profile): { normal: NormalProfile; body: string } {
  const normal = normaliseProfile(kind, id, profile, DEFAULT_RATES);
  return { normal, body: JSON.stringify({ ...profile, ...(normal.lang && { lang: normal.lang }) }) };
}

/**
 * Writes a profile under the hub's own id. The same profile again changes nothing: no version, no
 * sequence, no embedding, unless its vectors are of another model.
 *
 * @param model the embedder's id, known before it is loaded.
 */
export async function upsertProfile(
  db: Queryable,
  hub: Hub,
  model: { readonly id: string; load(): Promise<Embedder> },
  { kind, id, profile, now }: { kind: Kind; id: string; profile: Profile; now: Date },
): Promise<Upserted> {
  const { normal, body } = prepareProfile(kind, id, profile);
  const current = await getProfile(db, hub.id, kind, id);
  const same = current && JSON.stringify(current.profile) === body;
  if (same && (await hasVectors(db, hub.id, kind, id, model.id))) return { stored: current, outcome: 'unchanged' };

  const [embedded] = await embedProfiles([normal], await model.load()).catch(textError(kind));
  const stored = await putProfile(db, hub.id, body, embedded!, now);
  return { stored, outcome: stored.version === 1 ? 'created' : 'updated' };
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

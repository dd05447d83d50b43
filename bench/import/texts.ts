import { type Embedder, embedProfiles, normaliseProfile, validateProfile } from '@kopru/sdk/engine';
import { hashEmbedder } from '@kopru/sdk/engine/conformance';
import { DEFAULT_RATES } from '@kopru/sdk/facets';

/** Rows of a batch of an import. */
const BATCH = 32;

/** The texts that an import embeds of startups: their windows, sentences and sector names, batch by batch. */
export async function textsOf(rows: readonly { id: string; profile: unknown }[]): Promise<string[][]> {
  const batches: string[][] = [];
  const hashes = hashEmbedder();
  const recorder: Embedder = {
    ...hashes,
    embed(texts) {
      batches.push([...texts]);
      return hashes.embed(texts);
    },
  };
  const profiles = rows.map(({ id, profile }) => {
    const valid = validateProfile('startup', profile);
    if (!valid.ok) throw new Error(`the row ${id} is not valid: ${JSON.stringify(valid.issues)}`);
    return normaliseProfile('startup', id, valid.value, DEFAULT_RATES);
  });
  for (let first = 0; first < profiles.length; first += BATCH)
    await embedProfiles(profiles.slice(first, first + BATCH), recorder);
  return batches;
}

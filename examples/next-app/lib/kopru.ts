import 'server-only';
import { Kopru } from '@kopru/sdk';
import type { Locale } from '@kopru/sdk/facets';

/** The key opens the whole hub: `server-only` has the build fail where a browser would get it. */
export function kopru(): Kopru {
  return new Kopru({ apiKey: process.env.KOPRU_KEY, baseUrl: process.env.KOPRU_URL ?? '' });
}

export interface ShownMatch {
  readonly id: string;
  readonly name: string;
  readonly score: number;
  readonly reasons: readonly string[];
  readonly cautions: readonly string[];
}

/** The ten best matches of a startup: what a browser is shown of them, in the reader's language. */
export async function matchesOf(id: string, lang: Locale): Promise<ShownMatch[]> {
  const { matches } = await kopru().matches.list({ kind: 'startup', id }, { explain: lang, limit: 10 });
  return matches.map(({ id, card, score, reasons, cautions }) => ({
    id,
    name: card.name,
    score,
    reasons: reasons.map(({ text = '' }) => text),
    cautions: cautions.map(({ text = '' }) => text),
  }));
}

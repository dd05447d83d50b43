import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Kopru } from '@kopru/sdk';
import { LOCALES } from '@kopru/sdk/facets';
import { createRandom } from '../../eval/random.ts';
import { parseTsv } from '../../eval/tsv.ts';
import { demoProfiles } from '../../packages/api/demo/profiles.ts';

/** Which part of a hub are investors. */
const INVESTORS = 0.2;

type Profile = Record<string, unknown>;

/** The texts of `corpus.tsv` and `pairs.tsv` that a kind would write, each with its language. */
function textsOf(kind: 'startup' | 'thesis'): { lang: string; text: string }[] {
  const read = (name: string, columns: readonly string[]) =>
    parseTsv(name, readFileSync(new URL(`../../eval/data/${name}`, import.meta.url)), columns).filter(
      ({ cells }) => cells.get('kind') === kind,
    );
  return [
    ...read('corpus.tsv', LOCALES).flatMap(({ cells }) =>
      LOCALES.map((lang) => ({ lang, text: cells.get(lang) ?? '' })),
    ),
    ...read('pairs.tsv', ['lang', 'text']).map(({ cells }) => ({
      lang: cells.get('lang') ?? '',
      text: cells.get('text') ?? '',
    })),
  ];
}

/**
 * So many profiles: the facets of the demo hub's with texts of the corpus and the pairs, of which there are some
 * 5,400 a kind, and beyond these with two of one language.
 */
export function profilesOf(kind: 'startup' | 'investor', field: 'pitch' | 'thesis', count: number) {
  const demo = demoProfiles().filter((one) => one.kind === kind);
  const texts = textsOf(kind === 'startup' ? 'startup' : 'thesis');
  const random = createRandom(count);
  return Array.from({ length: count }, (_, i) => {
    const { profile } = demo[i % demo.length] as { profile: Profile };
    const { lang, text } = texts[i % texts.length] as { lang: string; text: string };
    const alike = texts.filter((other) => other.lang === lang);
    const more = i < texts.length ? '' : ` ${alike[Math.floor(random() * alike.length)]?.text}`;
    // All may be shown, so that all lists are of one length.
    const shown = { status: 'active', consent: { matching: true } };
    return { id: `p${i}`, profile: { ...profile, ...shown, lang, name: `${profile.name} ${i}`, [field]: text + more } };
  });
}

/** Imports a hub of so many profiles, and waits until all are there. */
export async function fillHub(
  url: string,
  key: string,
  count: number,
  progress: (line: string) => void,
): Promise<void> {
  const kopru = new Kopru({ apiKey: key, baseUrl: url });
  const investors = Math.round(count * INVESTORS);
  const kinds = [
    ['startup', 'pitch', count - investors],
    ['investor', 'thesis', investors],
  ] as const;
  for (const [kind, text, of] of kinds) {
    const { id } = await kopru.imports.create(kind, profilesOf(kind, text, of) as never);
    for (;;) {
      const { state, rows } = await kopru.imports.get(id);
      if (state === 'completed' && rows.imported === of) break;
      if (state === 'completed' || state === 'failed' || state === 'cancelled')
        throw new Error(`the import of ${kind}s ended as ${state}: ${JSON.stringify(rows)}`);
      progress(`${rows.imported} of ${of} ${kind}s`);
      await sleep(2000);
    }
  }
}

import { neighboursOf, soughtBy } from '@kopru/sdk/engine';
import { type Jurisdiction, parseClassification } from '@kopru/sdk/facets';
import type { Kind, Neighbours, NeighboursQuery, Patent } from '@kopru/sdk/schema';
import { renderMessage } from '@kopru/sdk/strings';
import type { Context } from 'hono';
import type { AppEnv } from '../env.ts';
import { ApiError } from '../errors.ts';
import { readTogether } from '../lib/read-together.ts';
import { getProfiles } from '../profiles/store.ts';
import { readCards } from './card.ts';
import { inWords } from './sentences.ts';
import { missing, searchOf, storedSubject } from './subject.ts';
import { viewerOf } from './viewer.ts';

/** The kind whose texts are compared with one another. */
export const INVENTION: Kind = 'patent';

/**
 * The patents whose abstracts are most alike, of the hub and of what was released to it. Whose abstract is not to be
 * seen is not among them. Owners of two patents are counterparties: one is told of another what a startup is told.
 *
 * @throws {ApiError} `not_found` when the hub has no such patent, `forbidden` when it is too large for an isolate.
 */
export async function neighboursIn(
  c: Context<AppEnv>,
  id: string,
  { limit, explain }: NeighboursQuery,
): Promise<Neighbours> {
  const db = readTogether(c.get('db'));
  const hub = c.get('hub');
  const search = await searchOf(c, db);
  const subject = await storedSubject(c, search, INVENTION, id);
  if (!subject) throw missing(INVENTION, id);
  const index = await search.whole();
  if (!index) throw new ApiError('forbidden', 'This hub has too many profiles to compare all with one.');

  const found = neighboursOf(index, subject, limit).map((one) => ({ ...one, kind: INVENTION }));
  const asked = viewerOf(c, INVENTION);
  const viewer = 'sees' in asked ? asked : { side: soughtBy(INVENTION)[0] as Kind };
  const [card, [own]] = await Promise.all([
    readCards(db, hub, found, viewer),
    getProfiles(db, hub.id, INVENTION, [id]),
  ]);
  const classes = classesOf(own?.profile as Patent | undefined);
  const words = inWords(explain);
  const shown = found.flatMap(({ kind, id, similarity, sentences }) => {
    const there = card({ kind, id });
    // Read anew: an abstract that was just withdrawn takes its sentence with it.
    if (!there || !('abstract' in there.card)) return [];
    const its = there.card as Partial<Patent>;
    return {
      ...words.card({ ...there, kind, id }),
      similarity,
      ...(sentences && { sentences: { subject: sentences[0], neighbour: sentences[1] } }),
      classes: classesOf(its).filter((code) => classes.includes(code)),
      offices: [...new Set(its.jurisdictions?.map(({ office }: Pick<Jurisdiction, 'office'>) => office))],
    };
  });
  return {
    subject: { kind: INVENTION, id },
    notice: renderMessage('neighbours.notice', {}, explain ?? 'en'),
    model: subject.model,
    sequence: hub.sequence,
    neighbours: shown.map((one, i) => ({ rank: i + 1, ...one })),
  } as Neighbours;
}

/** The subclass of each symbol, or the class where it names none. */
const classesOf = (patent: Pick<Partial<Patent>, 'classifications'> | undefined): string[] => [
  ...new Set(
    patent?.classifications?.flatMap((symbol) => {
      const found = parseClassification(symbol);
      return found ? (found.subclass ?? found.class) : [];
    }),
  ),
];

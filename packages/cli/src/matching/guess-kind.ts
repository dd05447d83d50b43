import { KIND_NAMES, type Kind } from '@kopru/sdk/schema';
import { FIELD_OF, FIELDS } from '../columns/fields.ts';
import { topicsOf } from '../columns/header-score.ts';
import { foldWords } from '../values/fold.ts';

const OTHER: Readonly<Record<Kind, Kind>> = { startup: 'investor', investor: 'startup' };

/** What the two are called in the headers of our languages, without endings. */
const CALLED: Readonly<Record<Kind, readonly string[]>> = {
  startup: ['startup', 'startap', 'стартап', 'girişim'].map(foldWords),
  investor: ['investor', 'инвестор', 'yatırımcı', 'maýadar', 'befektető'].map(foldWords),
};

const isCalled = (kind: Kind, text: string): boolean =>
  foldWords(text)
    .split(' ')
    .some((word) => CALLED[kind].some((stem) => word.startsWith(stem)));

/** The headers that only one kind has a use for: of each kind those that speak for it. */
export function signsOf(headers: readonly string[]): Readonly<Record<Kind, readonly string[]>> {
  const speakingFor = (kind: Kind) => headers.filter((header) => header !== '' && speaksFor(header, kind));
  return { startup: speakingFor('startup'), investor: speakingFor('investor') };
}

/** The kind that more headers speak for; undefined where as many speak for the other. */
export function guessKind(headers: readonly string[]): Kind | undefined {
  const signs = signsOf(headers);
  return KIND_NAMES.find((kind) => signs[kind].length > signs[OTHER[kind]].length);
}

/** The kind that a name of a file speaks of; undefined where it speaks of both or none. */
export function kindCalled(text: string): Kind | undefined {
  const [kind, ...others] = KIND_NAMES.filter((one) => isCalled(one, text));
  return others.length === 0 ? kind : undefined;
}

function speaksFor(header: string, kind: Kind): boolean {
  const written = header.trim();
  const isField = (of: Kind) => Object.hasOwn(FIELDS[of], written);
  if (isField(kind) !== isField(OTHER[kind])) return isField(kind);
  const topic = topicsOf(header)[0]?.topic;
  if (topic === undefined || topic === 'other') return false;
  if (topic === 'name' || topic === 'id') return isCalled(kind, header);
  return topic in FIELD_OF[kind] && !(topic in FIELD_OF[OTHER[kind]]);
}

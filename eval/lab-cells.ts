import { parseScopeLine } from '@kopru/sdk/facets';
import { type Stated, standing } from './pairing-cases.ts';

/** Cells whose values hold spaces and semicolons are written as `word=value`. */
const wordsIn =
  (...names: string[]) =>
  (cell: string): Readonly<Record<string, string | undefined>> => {
    const words = cell.split(new RegExp(` (?=(?:${names.join('|')})=)`));
    return Object.fromEntries(words.map((word) => [word.split('=')[0], word.slice(word.indexOf('=') + 1)]));
  };

const needWords = wordsIn('types', 'item', 'standards', 'range', 'u', 'in', 'from', 'by');
const labWords = wordsIn('scope', 'body', 'until', 'recognised', 'lead', 'home', 'languages', 'sectors', 'shown');
const patentWords = wordsIn(
  ...['item', 'standards', 'range', 'u', 'in', 'offices', 'licence', 'countries', 'languages', 'classes'],
);
const startupWords = wordsIn('from', 'to', 'languages', 'sectors');

/** What a need asks of a laboratory; its test is written as the line of a scope would be. */
export function readNeed(cell: string): Stated {
  const said = needWords(cell);
  const { types, from, by } = said;
  return {
    ...{ types: types?.split(','), supplierCountries: from?.split(' '), neededBy: by, ...standing(undefined) },
    test: testIn(said),
  };
}

function testIn({ item = '', standards = '', range, u, in: markets }: ReturnType<typeof needWords>): unknown {
  const line = [item, standards, ...(range ? [range] : []), ...(u ? [`±${u}`] : [])].join(';');
  const test = { ...parseScopeLine(line), ...(markets && { countries: markets.split(',') }) };
  return Object.keys(test).length > 0 && test;
}

/** An invention, with the test that its owner states. A jurisdiction is office, status and last day. */
export function readPatent(cell: string): Stated {
  const said = patentWords(cell);
  const { offices, licence, countries, languages, classes } = said;
  return {
    jurisdictions: offices?.split(',').map((one) => {
      const [office, status, expiresOn] = one.split('/');
      return { office, status, ...(expiresOn && { expiresOn }) };
    }),
    licence: (licence || countries) && { type: licence, countries: countries?.split(',') },
    ...{ languages: languages?.split(','), classifications: classes?.split(','), test: testIn(said) },
  };
}

export function readLab(cell: string): Stated {
  const { scope, body, until, recognised, lead, home, languages, sectors, shown } = labWords(cell);
  return {
    scope: scope?.split('|'),
    accreditation: (body || until) && { body: body ?? 'A body', validUntil: until },
    recognisedIn: recognised?.split(','),
    leadTimeDays: lead && Number(lead),
    ...{ country: home, languages: languages?.split(','), sectors: sectors?.split(',') },
    ...standing(shown),
  };
}

export function readStartup(cell: string): Stated {
  const { from, to, languages, sectors } = startupWords(cell);
  return {
    ...{ country: from, targetMarkets: to?.split(','), languages: languages?.split(','), sectors: sectors?.split(',') },
  };
}

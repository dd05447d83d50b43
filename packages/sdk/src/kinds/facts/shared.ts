import type { z } from 'zod';
import { type HelpTermCode, isSectorCode, type ScopeLine } from '../../facets/index.ts';
import type { Formatter } from '../../strings/index.ts';
import type { testSchema } from '../testing.ts';
import { many, one } from './fact.ts';

/** A code of the taxonomy by its name; free text stands for itself. */
const sectorName = (name: string, to: Formatter): string => (isSectorCode(name) ? to.sector(name) : name);

export const country = one('country', (code: string, to) => to.place(code));
export const sectors = many('sector', sectorName);
export const excludedSectors = many('excludedSectors', sectorName);
export const terms = many('helpTerm', (code: HelpTermCode, to) => to.helpTerm(code));
export const languages = many('language', (code: string, to) => to.language(code));

/** What is tested, how far, how exactly and by which standards. */
export const lineText = ({ item, standards = [], range, uncertainty }: ScopeLine, to: Formatter): string =>
  [item && to.item(item), range && to.range(range), uncertainty && `± ${to.measured(uncertainty)}`, ...standards]
    .filter(Boolean)
    .join(', ');

/** A test that is needed, and where its certificate has to hold. */
export const test = one('test', ({ countries = [], ...line }: z.output<typeof testSchema>, to) =>
  [lineText(line, to), ...countries.map(to.place)].filter(Boolean).join(', '),
);

import { readCurrency } from './amount.ts';
import { readCalls } from './calls.ts';
import { readCode, readCodes, readExcludedSectors, readLimits, readSectors } from './code.ts';
import {
  countryNames,
  helpTermNames,
  instrumentNames,
  investorTypeNames,
  languageNames,
  licenceTypeNames,
  needTypeNames,
  placeNames,
  programmeTypeNames,
  roleNames,
  stageNames,
  statusNames,
  teamRoleNames,
} from './code-names.ts';
import { readConsent } from './consent.ts';
import { readEmail, readPhone, readWebsite } from './contact.ts';
import { readDate } from './date.ts';
import { foldWords } from './fold.ts';
import { readJurisdictions } from './jurisdictions.ts';
import { readNumber, readWhole } from './number.ts';
import type { Reading } from './reading.ts';
import { readScope } from './scope.ts';
import { wordsOf } from './words/index.ts';

/** How a cell is read when nothing else of its row matters. */
const READERS = {
  id: (cell) => ({ value: cell }),
  text: (cell) => ({ value: cell }),
  texts: (cell) => ({ value: splitTexts(cell) }),
  language: (cell) => readCode(cell, languageNames()),
  country: (cell) => readCode(cell, countryNames()),
  languages: (cell) => readCodes(cell, languageNames()),
  website: (cell) => ({ value: readWebsite(cell) }),
  email: (cell) => ({ value: readEmail(cell) }),
  phone: (cell) => ({ value: readPhone(cell) }),
  status: (cell) => readCode(cell, statusNames()),
  yesNo: readConsent,
  sectors: readSectors,
  excludedSectors: readExcludedSectors,
  stage: (cell) => readCode(cell, stageNames()),
  stages: (cell) => readLimits(cell, stageNames()),
  places: (cell) => readLimits(cell, placeNames()),
  whole: readWhole,
  currency: (cell) => readCurrency(cell),
  instrument: (cell) => readCode(cell, instrumentNames()),
  instruments: (cell) => readLimits(cell, instrumentNames()),
  investorType: (cell) => readCode(cell, investorTypeNames()),
  role: (cell) => readCode(cell, roleNames()),
  needTypes: (cell) => readCodes(cell, needTypeNames()),
  helpTerms: (cell) => readCodes(cell, helpTermNames()),
  programmeType: (cell) => readCode(cell, programmeTypeNames()),
  calls: readCalls,
  jurisdictions: readJurisdictions,
  licenceType: (cell) => readCode(cell, licenceTypeNames()),
  date: readDate,
  number: readNumber,
  scopeLines: readScope,
  teamRoles: (cell) => readCodes(cell, teamRoleNames()),
  fieldNames: (cell) => ({ value: splitTexts(cell) }),
} as const satisfies Record<string, (cell: string) => Reading<unknown>>;

/** Types of cells that are read by themselves; an amount is read with what else its row says. */
export type PlainType = keyof typeof READERS;

/** What a cell that is not empty says, as a value of a field of that type. */
export const readCell = (type: PlainType, cell: string): Reading<unknown> => READERS[type](cell);

const NOTHING = new Set(wordsOf('nothing').map(foldWords));

/** Whether a cell says that there is nothing to say: "-", "yok", "н/д". */
export const isNothing = (cell: string): boolean => !/[\p{L}\p{N}$€]/u.test(cell) || NOTHING.has(foldWords(cell));

function splitTexts(cell: string): string[] {
  // A comma may belong to a name, so it parts the list only where nothing else does.
  const separator = /[;|\n]/.test(cell) ? /[;|\n]/ : /,/;
  return cell
    .split(separator)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

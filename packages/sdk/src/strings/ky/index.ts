import type { LocaleStrings } from '../locale-strings.ts';
import { countries } from './countries.ts';
import { facets } from './facets.ts';
import { format } from './format.ts';
import { languages } from './languages.ts';
import { messages } from './messages.ts';
import { sectors } from './sectors.ts';

export const ky: LocaleStrings = { locale: 'ky', sectors, countries, languages, facets, format, messages };

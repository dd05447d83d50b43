import { namesOf } from '../locale-strings.ts';
import { codes } from './codes.ts';
import { countries } from './countries.ts';
import { facetNames } from './facet-names.ts';
import { format } from './format.ts';
import { languages } from './languages.ts';
import { sectors } from './sectors.ts';

export const ky = namesOf('ky', { codes, countries, facetNames, format, languages, sectors });

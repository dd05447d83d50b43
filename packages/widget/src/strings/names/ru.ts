import { codes } from '@kopru/sdk/strings/ru/codes';
import { countries } from '@kopru/sdk/strings/ru/countries';
import { languages } from '@kopru/sdk/strings/ru/languages';
import { sectors } from '@kopru/sdk/strings/ru/sectors';

export const ru = { ...codes, countries, languages, sectors };

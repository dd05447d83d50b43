import { codes } from '@kopru/sdk/strings/tr/codes';
import { countries } from '@kopru/sdk/strings/tr/countries';
import { languages } from '@kopru/sdk/strings/tr/languages';
import { sectors } from '@kopru/sdk/strings/tr/sectors';

export const tr = { ...codes, countries, languages, sectors };

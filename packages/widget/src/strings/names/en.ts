import { codes } from '@kopru/sdk/strings/en/codes';
import { countries } from '@kopru/sdk/strings/en/countries';
import { languages } from '@kopru/sdk/strings/en/languages';
import { sectors } from '@kopru/sdk/strings/en/sectors';

export const en = { ...codes, countries, languages, sectors };

import { codes } from '@kopru/sdk/strings/ky/codes';
import { countries } from '@kopru/sdk/strings/ky/countries';
import { languages } from '@kopru/sdk/strings/ky/languages';
import { sectors } from '@kopru/sdk/strings/ky/sectors';

export const ky = { ...codes, countries, languages, sectors };

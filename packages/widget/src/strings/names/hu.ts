import { codes } from '@kopru/sdk/strings/hu/codes';
import { countries } from '@kopru/sdk/strings/hu/countries';
import { languages } from '@kopru/sdk/strings/hu/languages';
import { sectors } from '@kopru/sdk/strings/hu/sectors';

export const hu = { ...codes, countries, languages, sectors };

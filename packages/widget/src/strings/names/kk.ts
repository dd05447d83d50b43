import { codes } from '@kopru/sdk/strings/kk/codes';
import { countries } from '@kopru/sdk/strings/kk/countries';
import { languages } from '@kopru/sdk/strings/kk/languages';
import { sectors } from '@kopru/sdk/strings/kk/sectors';

export const kk = { ...codes, countries, languages, sectors };

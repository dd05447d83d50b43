import { codes } from '@kopru/sdk/strings/az/codes';
import { countries } from '@kopru/sdk/strings/az/countries';
import { languages } from '@kopru/sdk/strings/az/languages';
import { sectors } from '@kopru/sdk/strings/az/sectors';

export const az = { ...codes, countries, languages, sectors };

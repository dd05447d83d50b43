import { codes } from '@kopru/sdk/strings/uz/codes';
import { countries } from '@kopru/sdk/strings/uz/countries';
import { languages } from '@kopru/sdk/strings/uz/languages';
import { sectors } from '@kopru/sdk/strings/uz/sectors';

export const uz = { ...codes, countries, languages, sectors };

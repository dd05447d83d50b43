import { codes } from '@kopru/sdk/strings/tk/codes';
import { countries } from '@kopru/sdk/strings/tk/countries';
import { languages } from '@kopru/sdk/strings/tk/languages';
import { sectors } from '@kopru/sdk/strings/tk/sectors';

export const tk = { ...codes, countries, languages, sectors };

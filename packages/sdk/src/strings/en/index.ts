import type { LocaleStrings } from '../locale-strings.ts';
import { messages } from './messages.ts';
import { en as names } from './names.ts';
import { synonyms } from './synonyms.ts';

export const en: LocaleStrings = /* @__PURE__ */ Object.assign({ synonyms, messages }, names);

import type { LocaleStrings } from '../locale-strings.ts';
import { messages } from './messages.ts';
import { ru as names } from './names.ts';
import { synonyms } from './synonyms.ts';

export const ru: LocaleStrings = /* @__PURE__ */ Object.assign({ synonyms, messages }, names);

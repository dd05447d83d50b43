import type { LocaleStrings } from '../locale-strings.ts';
import { messages } from './messages.ts';
import { az as names } from './names.ts';
import { synonyms } from './synonyms.ts';

export const az: LocaleStrings = /* @__PURE__ */ Object.assign({ synonyms, messages }, names);

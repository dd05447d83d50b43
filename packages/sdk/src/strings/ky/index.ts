import type { LocaleStrings } from '../locale-strings.ts';
import { messages } from './messages.ts';
import { ky as names } from './names.ts';
import { synonyms } from './synonyms.ts';

export const ky: LocaleStrings = /* @__PURE__ */ Object.assign({ synonyms, messages }, names);

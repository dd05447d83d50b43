/**
 * The words of all languages at once, which no page loads.
 *
 * @module
 */
import type { Locale } from '@kopru/sdk/facets';
import { az as azApplications } from '../src/strings/applications/az.ts';
import { en as enApplications } from '../src/strings/applications/en.ts';
import { hu as huApplications } from '../src/strings/applications/hu.ts';
import type { ApplicationWords } from '../src/strings/applications/index.ts';
import { kk as kkApplications } from '../src/strings/applications/kk.ts';
import { ky as kyApplications } from '../src/strings/applications/ky.ts';
import { ru as ruApplications } from '../src/strings/applications/ru.ts';
import { tk as tkApplications } from '../src/strings/applications/tk.ts';
import { tr as trApplications } from '../src/strings/applications/tr.ts';
import { uz as uzApplications } from '../src/strings/applications/uz.ts';
import { az } from '../src/strings/az.ts';
import { az as azCorridors } from '../src/strings/corridors/az.ts';
import { en as enCorridors } from '../src/strings/corridors/en.ts';
import { hu as huCorridors } from '../src/strings/corridors/hu.ts';
import type { CorridorWords } from '../src/strings/corridors/index.ts';
import { kk as kkCorridors } from '../src/strings/corridors/kk.ts';
import { ky as kyCorridors } from '../src/strings/corridors/ky.ts';
import { ru as ruCorridors } from '../src/strings/corridors/ru.ts';
import { tk as tkCorridors } from '../src/strings/corridors/tk.ts';
import { tr as trCorridors } from '../src/strings/corridors/tr.ts';
import { uz as uzCorridors } from '../src/strings/corridors/uz.ts';
import { en } from '../src/strings/en.ts';
import { az as azFilters } from '../src/strings/filters/az.ts';
import { en as enFilters } from '../src/strings/filters/en.ts';
import { hu as huFilters } from '../src/strings/filters/hu.ts';
import { kk as kkFilters } from '../src/strings/filters/kk.ts';
import { ky as kyFilters } from '../src/strings/filters/ky.ts';
import { ru as ruFilters } from '../src/strings/filters/ru.ts';
import { tk as tkFilters } from '../src/strings/filters/tk.ts';
import { tr as trFilters } from '../src/strings/filters/tr.ts';
import { uz as uzFilters } from '../src/strings/filters/uz.ts';
import type { FilterWords } from '../src/strings/filters/words.ts';
import { az as azFindings } from '../src/strings/findings/az.ts';
import { en as enFindings } from '../src/strings/findings/en.ts';
import { hu as huFindings } from '../src/strings/findings/hu.ts';
import { kk as kkFindings } from '../src/strings/findings/kk.ts';
import { ky as kyFindings } from '../src/strings/findings/ky.ts';
import { ru as ruFindings } from '../src/strings/findings/ru.ts';
import { tk as tkFindings } from '../src/strings/findings/tk.ts';
import { tr as trFindings } from '../src/strings/findings/tr.ts';
import { uz as uzFindings } from '../src/strings/findings/uz.ts';
import type { FindingWords } from '../src/strings/findings/words.ts';
import { hu } from '../src/strings/hu.ts';
import type { Words } from '../src/strings/index.ts';
import { az as azIntroductions } from '../src/strings/introductions/az.ts';
import { en as enIntroductions } from '../src/strings/introductions/en.ts';
import { hu as huIntroductions } from '../src/strings/introductions/hu.ts';
import type { IntroductionWords } from '../src/strings/introductions/index.ts';
import { kk as kkIntroductions } from '../src/strings/introductions/kk.ts';
import { ky as kyIntroductions } from '../src/strings/introductions/ky.ts';
import { ru as ruIntroductions } from '../src/strings/introductions/ru.ts';
import { tk as tkIntroductions } from '../src/strings/introductions/tk.ts';
import { tr as trIntroductions } from '../src/strings/introductions/tr.ts';
import { uz as uzIntroductions } from '../src/strings/introductions/uz.ts';
import { kk } from '../src/strings/kk.ts';
import { ky } from '../src/strings/ky.ts';
import { az as azMore } from '../src/strings/more/az.ts';
import { en as enMore } from '../src/strings/more/en.ts';
import { hu as huMore } from '../src/strings/more/hu.ts';
import { kk as kkMore } from '../src/strings/more/kk.ts';
import { ky as kyMore } from '../src/strings/more/ky.ts';
import { ru as ruMore } from '../src/strings/more/ru.ts';
import { tk as tkMore } from '../src/strings/more/tk.ts';
import { tr as trMore } from '../src/strings/more/tr.ts';
import { uz as uzMore } from '../src/strings/more/uz.ts';
import type { MoreWords } from '../src/strings/more/words.ts';
import { az as azProfile } from '../src/strings/profile/az.ts';
import { en as enProfile } from '../src/strings/profile/en.ts';
import { hu as huProfile } from '../src/strings/profile/hu.ts';
import type { ProfileWords } from '../src/strings/profile/index.ts';
import { kk as kkProfile } from '../src/strings/profile/kk.ts';
import { ky as kyProfile } from '../src/strings/profile/ky.ts';
import { ru as ruProfile } from '../src/strings/profile/ru.ts';
import { tk as tkProfile } from '../src/strings/profile/tk.ts';
import { tr as trProfile } from '../src/strings/profile/tr.ts';
import { uz as uzProfile } from '../src/strings/profile/uz.ts';
import { ru } from '../src/strings/ru.ts';
import { az as azSearch } from '../src/strings/search/az.ts';
import { en as enSearch } from '../src/strings/search/en.ts';
import { hu as huSearch } from '../src/strings/search/hu.ts';
import type { SearchWords } from '../src/strings/search/index.ts';
import { kk as kkSearch } from '../src/strings/search/kk.ts';
import { ky as kySearch } from '../src/strings/search/ky.ts';
import { ru as ruSearch } from '../src/strings/search/ru.ts';
import { tk as tkSearch } from '../src/strings/search/tk.ts';
import { tr as trSearch } from '../src/strings/search/tr.ts';
import { uz as uzSearch } from '../src/strings/search/uz.ts';
import { tk } from '../src/strings/tk.ts';
import { tr } from '../src/strings/tr.ts';
import { uz } from '../src/strings/uz.ts';

export const WORDS: Readonly<Record<Locale, Words & MoreWords>> = {
  az: { ...az, ...azMore },
  tr: { ...tr, ...trMore },
  kk: { ...kk, ...kkMore },
  ky: { ...ky, ...kyMore },
  uz: { ...uz, ...uzMore },
  tk: { ...tk, ...tkMore },
  hu: { ...hu, ...huMore },
  ru: { ...ru, ...ruMore },
  en: { ...en, ...enMore },
};

export const INTRODUCTION_WORDS: Readonly<Record<Locale, IntroductionWords>> = {
  az: azIntroductions,
  tr: trIntroductions,
  kk: kkIntroductions,
  ky: kyIntroductions,
  uz: uzIntroductions,
  tk: tkIntroductions,
  hu: huIntroductions,
  ru: ruIntroductions,
  en: enIntroductions,
};

export const PROFILE_WORDS: Readonly<Record<Locale, ProfileWords>> = {
  az: azProfile,
  tr: trProfile,
  kk: kkProfile,
  ky: kyProfile,
  uz: uzProfile,
  tk: tkProfile,
  hu: huProfile,
  ru: ruProfile,
  en: enProfile,
};

export const FILTER_WORDS: Readonly<Record<Locale, FilterWords>> = {
  az: azFilters,
  tr: trFilters,
  kk: kkFilters,
  ky: kyFilters,
  uz: uzFilters,
  tk: tkFilters,
  hu: huFilters,
  ru: ruFilters,
  en: enFilters,
};

export const SEARCH_WORDS: Readonly<Record<Locale, SearchWords>> = {
  az: azSearch,
  tr: trSearch,
  kk: kkSearch,
  ky: kySearch,
  uz: uzSearch,
  tk: tkSearch,
  hu: huSearch,
  ru: ruSearch,
  en: enSearch,
};

export const CORRIDOR_WORDS: Readonly<Record<Locale, CorridorWords>> = {
  az: azCorridors,
  tr: trCorridors,
  kk: kkCorridors,
  ky: kyCorridors,
  uz: uzCorridors,
  tk: tkCorridors,
  hu: huCorridors,
  ru: ruCorridors,
  en: enCorridors,
};

export const APPLICATION_WORDS: Readonly<Record<Locale, ApplicationWords>> = {
  az: azApplications,
  tr: trApplications,
  kk: kkApplications,
  ky: kyApplications,
  uz: uzApplications,
  tk: tkApplications,
  hu: huApplications,
  ru: ruApplications,
  en: enApplications,
};

export const FINDING_WORDS: Readonly<Record<Locale, FindingWords>> = {
  az: azFindings,
  tr: trFindings,
  kk: kkFindings,
  ky: kyFindings,
  uz: uzFindings,
  tk: tkFindings,
  hu: huFindings,
  ru: ruFindings,
  en: enFindings,
};

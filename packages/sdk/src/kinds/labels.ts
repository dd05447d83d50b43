import type { Locale } from '../facets/index.ts';
import type { Kind } from './index.ts';

/** What a profile of each kind is called, as inside a sentence. */
export const KIND_LABELS: Readonly<Record<Kind, Readonly<Record<Locale, string>>>> = {
  // biome-ignore format: a kind, a line
  startup: { az: 'startap', tr: 'girişim', kk: 'стартап', ky: 'стартап', uz: 'startap', tk: 'startap', hu: 'startup', ru: 'стартап', en: 'startup' },
  // biome-ignore format: a kind, a line
  investor: { az: 'investor', tr: 'yatırımcı', kk: 'инвестор', ky: 'инвестор', uz: 'investor', tk: 'maýadar', hu: 'befektető', ru: 'инвестор', en: 'investor' },
  // biome-ignore format: a kind, a line
  expert: { az: 'ekspert', tr: 'uzman', kk: 'сарапшы', ky: 'эксперт', uz: 'ekspert', tk: 'bilermen', hu: 'szakértő', ru: 'эксперт', en: 'expert' },
  // biome-ignore format: a kind, a line
  need: { az: 'ehtiyac', tr: 'ihtiyaç', kk: 'қажеттілік', ky: 'муктаждык', uz: 'ehtiyoj', tk: 'zerurlyk', hu: 'igény', ru: 'потребность', en: 'need' },
  // biome-ignore format: a kind, a line
  lab: { az: 'laboratoriya', tr: 'laboratuvar', kk: 'зертхана', ky: 'лаборатория', uz: 'laboratoriya', tk: 'barlaghana', hu: 'laboratórium', ru: 'лаборатория', en: 'laboratory' },
  // biome-ignore format: a kind, a line
  programme: { az: 'proqram', tr: 'program', kk: 'бағдарлама', ky: 'программа', uz: 'dastur', tk: 'maksatnama', hu: 'program', ru: 'программа', en: 'programme' },
  // biome-ignore format: a kind, a line
  patent: { az: 'patent', tr: 'patent', kk: 'патент', ky: 'патент', uz: 'patent', tk: 'patent', hu: 'szabadalom', ru: 'патент', en: 'patent' },
  // biome-ignore format: a kind, a line
  offer: { az: 'təklif', tr: 'teklif', kk: 'ұсыныс', ky: 'сунуш', uz: 'taklif', tk: 'teklip', hu: 'ajánlat', ru: 'предложение', en: 'offer' },
};

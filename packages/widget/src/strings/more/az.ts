import { az as bar } from '../filters/az.ts';
import { az as market } from '../market-entry/az.ts';
import type { MoreWords } from './words.ts';

export const az: MoreWords = {
  bar,
  market,
  nearMisses: 'Az qala uyğun gələnlər',
  nearMissesHint: 'Dedikləri yaxındır, lakin göstərilən hədlərdən biri mane olur.',
  keptOut: 'Mane olan',
  changes: 'Maneəni aradan qaldıran dəyişiklik',
  otherLimits: { pass: 'Uyğundur', unknown: 'Göstərilməyib' },
  gates: { status: 'Fəal profil', consent: 'Razılıq' },
  makingHint:
    'Hər tərəfin yekunu göstəricilərin çəkili ortasıdır; bal iki yekunun həndəsi ortasıdır. Göstərilməyən məlumat yarım sayılır.',
  signal: 'Göstərici',
  fit: 'Uyğunluq',
  weight: {
    startup: 'Startap üçün çəki',
    investor: 'İnvestor üçün çəki',
    expert: 'Ekspert üçün çəki',
    need: 'Ehtiyac üçün çəki',
    lab: 'Laboratoriya üçün çəki',
    programme: 'Proqram üçün çəki',
    patent: 'Patent üçün çəki',
    offer: 'Təklif üçün çəki',
  },
  total: 'Yekun',
  message: 'Mesajınız',
  messageHint: 'Qarşı tərəf qəbul edəndə əlaqə məlumatları hər iki tərəfə göstərilir.',
  send: 'Sorğunu göndər',
  passHint: 'Qarşı tərəfə bildirilmir.',
};

import type { ProfileInput } from '@kopru/sdk';

/** Members whom a visitor of the example can sign in as. All of it is invented. */
export const MEMBERS: readonly (
  | { readonly kind: 'startup'; readonly id: string; readonly profile: ProfileInput<'startup'> }
  | { readonly kind: 'investor'; readonly id: string; readonly profile: ProfileInput<'investor'> }
)[] = [
  {
    kind: 'startup',
    id: 'site-topyraq',
    profile: {
      name: 'Топырақ',
      pitch:
        'Егіс алқаптарына топырақтың тұздылығын өлшейтін зондтар орнатамыз. Фермер суаруды қай жерде азайту керегін телефоннан көреді.',
      lang: 'kk',
      country: 'KZ',
      languages: ['kk', 'ru', 'en'],
      sectors: ['irrigation'],
      stage: 'seed',
      raise: { amount: 250_000, currency: 'USD', instrument: 'equity' },
      team: { size: 9 },
      contact: { name: 'Айгүл', email: 'aigul@topyraq.example' },
      consent: { matching: true, search: true },
    },
  },
  {
    kind: 'investor',
    id: 'site-mugan',
    profile: {
      name: 'Muğan Fondu',
      thesis:
        'Şoranlaşma əkin yerlərini sıradan çıxarır. Torpağın münbitliyini qaytaran və suya qənaət edən komandaları maliyyələşdiririk.',
      lang: 'az',
      type: 'fund',
      country: 'AZ',
      languages: ['az', 'tr', 'en'],
      sectors: ['irrigation', 'agrifood'],
      stages: ['pre_seed', 'seed', 'series_a'],
      ticket: { min: 50_000, max: 400_000, currency: 'USD' },
      contact: { name: 'Ayla', email: 'ayla@mugan.example' },
      consent: { matching: true, search: true },
    },
  },
];

import type { MatchRun } from '../src/matching/run.ts';
import { matchRunOf, profileFile } from './match-run.ts';

const COUNTRIES = ['AZ', 'TR', 'KZ', 'KG', 'UZ', 'TM', 'HU', 'RU', 'XN', 'DE', 'GB', undefined] as const;

/** Texts that would do harm, or break the layout, if they were anything but text. */
export const HOSTILE = [
  '<img src=x onerror="window.hacked=1">',
  '<script>window.hacked=1</script>',
  '"><svg onload=window.hacked=1>',
  '</style></title><style>*{display:none}</style>',
  '\u202eevil\u2066',
  'x'.repeat(150),
];

/** A run of some size: every country, some rows that cannot be read, some that nobody matches, hostile names. */
export async function sampleRun(): Promise<MatchRun> {
  const name = (i: number) => HOSTILE[i % 24] ?? `Köprü ${i}`;
  const home = (i: number) => {
    const country = COUNTRIES[i % COUNTRIES.length];
    return country && { country };
  };
  const startups = Array.from({ length: 120 }, (_, i) => ({
    id: `s${i}`,
    name: name(i),
    pitch: `${i % 7 === 0 ? name(i) : 'Sulama suyunu ölçen sensörler'} ${i % 5}. Наши датчики измеряют влажность.`,
    sectors: i % 3 === 0 ? ['irrigation'] : ['payments', 'edtech'],
    stage: i === 3 ? 'growth' : 'seed',
    ...home(i),
  }));
  const investors = Array.from({ length: 60 }, (_, i) => ({
    id: `i${i}`,
    name: name(i),
    thesis: `Sulama suyunu ölçen sensörler ve ${name(i)} ${i % 4}`,
    stages: i < 50 ? ['seed'] : ['idea'],
    ...(i % 2 === 0 && { sectors: ['agrifood'] }),
    ...home(i * 5),
  }));
  const unread = (line: number) =>
    ({
      severity: 'warning',
      file: 'startups.csv',
      line,
      column: HOSTILE[0] as string,
      rule: 'amount',
      message: '',
    }) as const;
  return matchRunOf(profileFile('startup', startups, [5, 6, 9].map(unread)), profileFile('investor', investors));
}

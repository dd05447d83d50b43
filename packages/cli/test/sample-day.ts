import { loadSolver } from '@kopru/sdk/assign';
import { embedProfiles } from '@kopru/sdk/engine';
import { hashEmbedder } from '@kopru/sdk/engine/conformance';
import { makeReady } from '../src/matching/make-ready.ts';
import type { ProfileFile } from '../src/profiles/profile-file.ts';
import { createDay, type DayOptions } from '../src/timetable/day.ts';
import { planDay, type Timetable, type Wishes } from '../src/timetable/plan-day.ts';
import { profileFile } from './match-run.ts';
import { HOSTILE } from './sample-run.ts';

const solver = loadSolver();

export const NOBODY: Wishes['absences'] = { startup: new Map(), investor: new Map() };

/** A planned day of two files, with hashes for vectors. */
export async function planned(
  startups: ProfileFile,
  investors: ProfileFile,
  options: Partial<DayOptions> & Partial<Wishes> = {},
): Promise<Timetable> {
  const embedded = async (file: ProfileFile) => embedProfiles(makeReady(file).profiles, hashEmbedder());
  const day = createDay({ start: '2026-12-03 10:00', slots: 4, timezone: 'Asia/Almaty', ...options });
  const { absences = NOBODY, blocked = [], minScore = 0 } = options;
  const most = options.most ?? { startup: day.slots.length, investor: day.slots.length };
  const entries = { startup: await embedded(startups), investor: await embedded(investors) };
  return planDay(entries, day, { absences, blocked, most, minScore }, await solver);
}

const NAMES = [
  'Tarla',
  'Су таза',
  'Қазақ Ағаш',
  'Oynaq Studio',
  'Зеркало',
  'Gen Bank',
  'Bulutçu',
  'Üzüm Yolu',
  'Ak Bulut',
  'Ýol',
];
const FUNDS = ['Беркут Капитал', 'Xəzər Fondu', 'Anadolu Ventures', 'Silk Road Angels', 'Alatau Seed', 'Duna Tőke'];

/** A day of some size: all languages, somebody absent, somebody whom nobody fits, hostile names. */
export function sampleDay(): Promise<Timetable> {
  const startups = Array.from({ length: 26 }, (_, i) => ({
    id: `s${i}`,
    name: i >= 20 ? (HOSTILE[i - 20] as string) : `${NAMES[i % NAMES.length]}${i < NAMES.length ? '' : ` ${i}`}`,
    pitch: `Sulama suyunu ölçen sensörler ${i % 5}. Наши датчики измеряют влажность.`,
    stage: i === 3 ? 'growth' : 'seed',
  }));
  const investors = Array.from({ length: 14 }, (_, i) => ({
    id: `i${i}`,
    name: i === 13 ? (HOSTILE[5] as string) : `${FUNDS[i % FUNDS.length]}${i < FUNDS.length ? '' : ` ${i}`}`,
    thesis: `Sulama suyunu ölçen sensörler ${i % 4}`,
    stages: ['seed'],
  }));
  return planned(profileFile('startup', startups), profileFile('investor', investors), {
    slots: 8,
    tables: 12,
    title: 'Astana Hub: demo day',
    place: 'Astana Hub, Mangilik El 55/8, hall 2',
    absences: {
      startup: new Map([['s1', new Set([0, 1, 2, 3, 4, 5, 6, 7])]]),
      investor: new Map([['i2', new Set([0, 1])]]),
    },
    blocked: [{ startup: 's0', investor: 'i0' }],
    most: { startup: 4, investor: 8 },
  });
}

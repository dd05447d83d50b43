import { type FindPerson, findPeople } from '../lists/people.ts';
import { failOn, type ListIssue, readList } from '../lists/read-list.ts';
import type { Side } from '../matching/side.ts';
import type { ProfileFile } from '../profiles/profile-file.ts';
import type { Io } from '../terminal/io.ts';
import type { Slot } from './day.ts';

/** The slots that each participant misses, counted from 0, by kind and id. */
export type Absences = Readonly<Record<Side, ReadonlyMap<string, ReadonlySet<number>>>>;

/**
 * Reads who is absent when. The column participant holds an id or a name; slots holds numbers of slots,
 * ranges of them or times of day, parted by commas: `1-3, 8`, `10:00-11:30`, or `all`. Where a startup and
 * an investor are called the same, a column kind tells them apart.
 *
 * @throws {CliError} that tells every row that cannot be read.
 */
export async function readAbsent(
  path: string | undefined,
  files: Readonly<Record<Side, ProfileFile>>,
  slots: readonly Slot[],
  io: Io,
): Promise<Absences> {
  const absences = { startup: new Map<string, Set<number>>(), investor: new Map<string, Set<number>>() };
  if (path === undefined) return absences;
  const list = await readList(path, ['participant', 'slots'], ['kind'], io);
  const people: Readonly<Record<Side, FindPerson>> = {
    startup: findPeople(files.startup),
    investor: findPeople(files.investor),
  };
  const issues: ListIssue[] = [];
  for (const { line, cells } of list.rows) {
    const who = findParticipant(cells.participant, cells.kind, people);
    const missed = slotsOf(cells.slots, slots);
    for (const read of [who, missed]) if ('problem' in read) issues.push({ line, message: read.problem });
    if ('problem' in who || 'problem' in missed) continue;
    const before = absences[who.kind].get(who.id) ?? [];
    absences[who.kind].set(who.id, new Set([...before, ...missed.slots]));
  }
  failOn(path, issues);
  return absences;
}

interface Problem {
  readonly problem: string;
}

function findParticipant(
  asked: string,
  said: string,
  people: Readonly<Record<Side, FindPerson>>,
): { readonly kind: Side; readonly id: string } | Problem {
  const kinds = (['startup', 'investor'] as const).filter((kind) => said === '' || said.toLowerCase() === kind);
  if (kinds.length === 0) return { problem: `column "kind": "${said}" is neither startup nor investor.` };
  const answers = kinds.map((kind) => ({ kind, found: people[kind](asked) }));
  const hits = answers.flatMap(({ kind, found }) => ('row' in found ? [{ kind, id: found.row.id }] : []));
  if (hits.length > 1)
    return { problem: `"${asked}" is a startup and an investor. Add a column "kind" that says which.` };
  const told = answers.flatMap(({ found }) => ('problem' in found ? [found.problem] : [])).join(', and ');
  return hits[0] ?? { problem: `column "participant": "${asked}" ${told}.` };
}

const CLOCK = String.raw`(\d{1,2})[:.](\d{2})`;
const TIMES = new RegExp(`^${CLOCK}\\s*[-–—]\\s*${CLOCK}$`);
const NUMBERS = /^(\d{1,3})(?:\s*[-–—]\s*(\d{1,3}))?$/;

/** The slots that a cell names, counted from 0. */
export function slotsOf(cell: string, slots: readonly Slot[]): { readonly slots: ReadonlySet<number> } | Problem {
  const named = new Set<number>();
  const places = [...slots.keys()];
  for (const item of cell.split(/[,;]/).map((part) => part.trim())) {
    const numbers = NUMBERS.exec(item);
    const times = TIMES.exec(item);
    const [from, to] = [Number(numbers?.[1]), Number(numbers?.[2] ?? numbers?.[1])];
    if (item.toLowerCase() === 'all') for (const i of places) named.add(i);
    else if (numbers && from >= 1 && to >= from && to <= slots.length)
      for (let number = from; number <= to; number++) named.add(number - 1);
    else if (times) for (const i of places.filter((i) => overlaps(slots[i] as Slot, times))) named.add(i);
    else
      return {
        problem: `column "slots": "${item}" is no slot. Write numbers from 1 to ${slots.length} as in "1-3, 5", times as in "10:00-11:30", or "all".`,
      };
  }
  return { slots: named };
}

/** Whether a slot and a span of the same day share time. Times of day sort as text. */
function overlaps({ from, to }: Slot, [, hour = '', minute, toHour = '', toMinute]: RegExpExecArray): boolean {
  const [away, back] = [`${hour.padStart(2, '0')}:${minute}`, `${toHour.padStart(2, '0')}:${toMinute}`];
  const until = to.date > from.date ? '24:00' : to.time;
  return from.time < back && until > away;
}

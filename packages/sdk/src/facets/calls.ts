/**
 * The calls of a programme as one line of text each, for a cell of a table and a line of a form.
 *
 * @module
 */
import type { Call } from './call.ts';
import { lineOf, partsOf } from './line.ts';

/** A call as `name; opens; closes; starts; places`; what is not given at the end is left out. */
export const formatCall = ({ name, opensOn, closesOn, startsOn, capacity }: Call): string =>
  lineOf([name, opensOn, closesOn, startsOn, capacity]);

/** A day as `2027-06-30`, or as most of the nine languages write it: `30.06.2027`. Undefined: no day. */
export function parseDay(text: string): string | undefined {
  const turned = /^(\d{1,2})\.(\d{1,2})\.(\d{4})\.?$/.exec(text.trim());
  const iso = turned ? `${turned[3]}-${turned[2]?.padStart(2, '0')}-${turned[1]?.padStart(2, '0')}` : text.trim();
  const isDay = /^\d{4}-\d\d-\d\d$/.test(iso) && new Date(`${iso}T00:00:00Z`).toJSON()?.slice(0, 10) === iso;
  return isDay ? iso : undefined;
}

/** Reads what {@link formatCall} writes. Undefined: it is no such line. Whether its days are in order is not asked. */
export function parseCall(line: string): Call | undefined {
  const [name = '', ...parts] = partsOf(line);
  const [opens, closes, starts, places] = parts.map((part) => part || undefined);
  if (!/[\p{L}\p{N}]/u.test(name) || parts.length > 4 || (places && !/^\d{1,6}$/.test(places))) return undefined;
  const days = [opens, closes, starts].map((text) => text && parseDay(text));
  if ([opens, closes, starts].some((text, i) => text && !days[i])) return undefined;
  const [opensOn, closesOn, startsOn] = days;
  return {
    name,
    ...(opensOn && { opensOn }),
    ...(closesOn && { closesOn }),
    ...(startsOn && { startsOn }),
    ...(places && { capacity: Number(places) }),
  };
}

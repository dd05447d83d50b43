import { type MailSubscriptionPatch, mailSubscriptionPatchSchema } from '@kopru/sdk/schema';
import type { SubscriptionRow } from '../../subscriptions/store.ts';
import type { Form } from './purpose.ts';

/** Fields of the form that hold one value, as the patch names them. */
export type Field = 'frequency' | 'weekday' | 'hour' | 'timeZone' | 'locale' | 'minScore' | 'maxItems';

/** Switches of the form. */
export type Switch = 'digest' | 'introduction' | 'reminder' | 'application' | 'nothingNew';

/** What the form shows: texts, as they were sent, and which switches are on. */
export interface Shown {
  readonly values: Readonly<Record<Field, string>>;
  /** Those that the form has, in its order. */
  readonly on: Readonly<Partial<Record<Switch, boolean>>>;
  /** Fields that cannot be used as they are. */
  readonly wrong: ReadonlySet<string>;
}

/** The choices of a subscription, for the form. */
export const shownOf = (row: SubscriptionRow): Shown => ({
  values: {
    frequency: row.frequency,
    weekday: String(row.weekday),
    hour: String(row.hour),
    timeZone: row.time_zone,
    locale: row.locale,
    minScore: String(row.min_score),
    maxItems: String(row.max_items),
  },
  on: {
    digest: row.digest === 1,
    introduction: row.introduction === 1,
    reminder: row.reminder === 1,
    // Nobody else applies.
    ...(row.kind === 'startup' && { application: row.application === 1 }),
    nothingNew: row.nothing_new === 1,
  },
  wrong: new Set(),
});

/** Reads a form that was sent: the change that it asks for, or the form as it was filled in, with what is wrong. */
export function readPreferences(sent: Form, row: SubscriptionRow): MailSubscriptionPatch | Shown {
  const { values: before, on: switches } = shownOf(row);
  const text = (field: Field) => sent.get(field)?.trim() ?? '';
  const values = Object.fromEntries(
    (Object.keys(before) as Field[]).map((field) => [field, text(field)]),
  ) as unknown as Shown['values'];
  const isOn = (name: Switch) => sent.get(name) === 'on';
  const on: Shown['on'] = Object.fromEntries((Object.keys(switches) as Switch[]).map((name) => [name, isOn(name)]));
  const { nothingNew, ...notices } = on;
  const read = mailSubscriptionPatchSchema.safeParse({
    ...values,
    weekday: numberOf(values.weekday),
    hour: numberOf(values.hour),
    minScore: numberOf(values.minScore),
    maxItems: numberOf(values.maxItems),
    notices,
    nothingNew,
  });
  if (read.success) return read.data;
  const wrong = new Set(read.error.issues.map(({ path }) => String(path[0])));
  // A list shows nothing that is not in it: there the present choice comes back, to be looked at.
  const kept = Object.fromEntries(LISTS.filter((name) => wrong.has(name)).map((name) => [name, before[name]]));
  return { values: { ...values, ...kept }, on, wrong };
}

/** Fields of which a list is shown. */
const LISTS = ['frequency', 'weekday', 'hour', 'timeZone', 'locale'] as const satisfies readonly Field[];

/** A number as people write it; NaN, which no rule lets through, for what is none. */
const numberOf = (text: string): number =>
  /^-?\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;

import { z } from 'zod';
import { LOCALES } from '../facets/index.ts';
import { countrySchema, textSchema } from '../kinds/profile.ts';
import { pageQueryShape, pageSchema } from '../page.ts';

/** A text in one or more of the nine languages; who reads another gets the first that there is. */
const texts = (most: number) =>
  z
    .partialRecord(z.enum(LOCALES), textSchema(most))
    .refine((record) => Object.keys(record).length > 0, {
      error: 'needs the text in one language at least',
      params: { rule: 'one_language' },
    })
    .meta({ description: 'By language' });

const id = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,63}$/, { error: 'must be 1 to 64 of a–z, 0–9 and -, and begin with a letter or digit' });

const date = z.iso.date();
const number = z.number().min(-1e15).max(1e15);

/**
 * What an indicator may follow on the platform. Each counts what the hub of the plan takes part in; with `countries`
 * on its action, only what has its other side in one of these.
 */
export const LIVE_SOURCES = [
  'introductions',
  'acceptances',
  'meetings',
  'released',
  'co_investments',
  'licences',
  'certificates',
] as const;
export type LiveSource = (typeof LIVE_SOURCES)[number];

const indicatorShape = {
  id,
  name: texts(200),
  unit: texts(50).optional(),
  baseline: number.default(0),
  target: number,
};

const differs = ({ baseline, target }: { baseline: number; target: number }): boolean => baseline !== target;
const DIFFERS = { error: 'must differ from the baseline', path: ['target'], params: { rule: 'target_differs' } };

const indicatorSchema = z
  .union([
    z
      .strictObject({
        ...indicatorShape,
        readings: z
          .array(z.strictObject({ on: date, value: number }))
          .max(500)
          .default([])
          .meta({ description: 'What was read, and when; the latest counts' }),
      })
      .refine(differs, DIFFERS),
    z
      .strictObject({
        ...indicatorShape,
        live: z.enum(LIVE_SOURCES).meta({ description: 'Counted on the platform when it is asked for' }),
      })
      .refine(differs, DIFFERS),
  ])
  .meta({ id: 'IndicatorInput' });

export type IndicatorInput = z.output<typeof indicatorSchema>;

export const ACTION_STATUSES = ['planned', 'under_way', 'done', 'cancelled'] as const;

const hasNoTwice = (items: readonly { readonly id: string }[]): boolean =>
  new Set(items.map((item) => item.id)).size === items.length;
const TWICE = { error: 'has an id twice', params: { rule: 'unique_id' } };

const actionSchema = z
  .strictObject({
    id,
    title: texts(300),
    description: texts(3000).optional(),
    theme: texts(100).optional(),
    owner: textSchema(200).meta({ description: 'Who is responsible: an organisation, or a role in it' }),
    partners: z.array(textSchema(200)).max(50).default([]),
    countries: z.array(countrySchema).max(50).default([]),
    startsOn: date,
    dueOn: date,
    status: z.enum(ACTION_STATUSES).default('planned'),
    indicators: z.array(indicatorSchema).max(20).refine(hasNoTwice, TWICE).default([]),
  })
  .refine(({ startsOn, dueOn }) => startsOn <= dueOn, {
    error: 'must not be before startsOn',
    path: ['dueOn'],
    params: { rule: 'due_after_start' },
  })
  .meta({ id: 'ActionInput' });

export type ActionInput = z.output<typeof actionSchema>;

export const actionPlanInputSchema = z
  .strictObject({
    title: texts(300),
    description: texts(3000).optional(),
    isPublic: z.boolean().default(false).meta({ description: 'Anybody may read it at its public address' }),
    actions: z.array(actionSchema).max(200).refine(hasNoTwice, TWICE),
  })
  .meta({
    id: 'ActionPlanInput',
    example: {
      title: { en: 'Innovation action plan 2026', tr: 'İnovasyon eylem planı 2026' },
      isPublic: true,
      actions: [
        {
          id: 'platform',
          title: { en: 'Introduce startups to investors across borders' },
          owner: 'Ministry of Innovation',
          countries: ['AZ', 'KZ'],
          startsOn: '2026-01-01',
          dueOn: '2026-12-31',
          status: 'under_way',
          indicators: [{ id: 'met', name: { en: 'Introductions accepted' }, target: 50, live: 'acceptances' }],
        },
      ],
    },
  });

export type ActionPlanInput = z.output<typeof actionPlanInputSchema>;

const time = z.iso.datetime();
const share = z.number().min(0).max(1).nullable();

const indicatorStateSchema = z
  .object({
    id: z.string(),
    value: z.number().nullable().meta({ description: 'Null: nothing was read yet, or too few to tell' }),
    progress: share.meta({ description: 'How much of the way from baseline to target is done' }),
  })
  .meta({ id: 'IndicatorState' });

export const STANDINGS = ['on_track', 'at_risk', 'late', 'done', 'cancelled'] as const;
export type ActionStanding = (typeof STANDINGS)[number];

const actionStateSchema = z
  .object({
    id: z.string(),
    standing: z.enum(STANDINGS),
    progress: share.meta({ description: 'The mean of its indicators; 1 when done, null where nothing tells' }),
    indicators: z.array(indicatorStateSchema),
  })
  .meta({ id: 'ActionState' });

export type ActionState = z.output<typeof actionStateSchema>;

export const actionPlanSchema = z
  .object({
    id: z.string(),
    version: z.int().min(1).meta({ description: 'Counts the writes; `If-Match` takes it' }),
    updatedAt: time,
    plan: actionPlanInputSchema,
    day: date.meta({ description: 'The day (UTC) for which the states hold' }),
    states: z.array(actionStateSchema).meta({ description: 'Of each action, in its order' }),
  })
  .meta({ id: 'ActionPlan' });

export type ActionPlan = z.output<typeof actionPlanSchema>;

export const actionPlanSummarySchema = actionPlanSchema
  .pick({ id: true, version: true, updatedAt: true })
  .extend({ title: texts(300), isPublic: z.boolean() })
  .meta({ id: 'ActionPlanSummary' });

export type ActionPlanSummary = z.output<typeof actionPlanSummarySchema>;
export const actionPlanPageSchema = pageSchema(actionPlanSummarySchema, 'ActionPlanPage');
export const actionPlanQuerySchema = z.strictObject(pageQueryShape);

export const actionPlanHistorySchema = z
  .object({
    items: z.array(
      z
        .object({
          version: z.int(),
          at: time,
          by: z.object({ kind: z.string(), id: z.string() }).meta({ description: 'The key or person that wrote it' }),
          changes: z
            .array(
              z.object({
                path: z.string().meta({
                  description: 'JSON Pointer in which actions, indicators and readings stand under their ids or days',
                  example: '/actions/platform/status',
                }),
                from: z.unknown().optional(),
                to: z.unknown().optional(),
              }),
            )
            .meta({ description: 'What it changed against the version before; empty for the first' }),
        })
        .meta({ id: 'ActionPlanChange' }),
    ),
  })
  .meta({ id: 'ActionPlanHistory', description: 'The latest 100 writes, the newest first' });

export type ActionPlanHistory = z.output<typeof actionPlanHistorySchema>;

import { z } from 'zod';
import { textSchema } from '../kinds/profile.ts';
import { pageSchema } from '../page.ts';

/** Most startups × investors of a plan: what fits into a Worker's memory beside the model and an index. */
export const MOST_PLAN_PAIRS = 20_000;

const count = z.int().min(0);
const slot = count.max(99);
const id = z.string().min(1).max(128);

const participantSchema = z
  .strictObject({
    id: id.meta({ description: 'Your id of the profile', example: 'agri-17' }),
    meetings: count.max(100).meta({ description: 'The most meetings that it takes part in' }),
    absent: z.array(slot).max(100).optional().meta({ description: 'Slots in which it cannot meet, from 0' }),
  })
  .meta({ id: 'PlanParticipant' });

const pairSchema = z.strictObject({ startup: id, investor: id });
const side = z.array(participantSchema).min(1).max(500);

/** A demo day that is to be planned. */
export const planInputSchema = z
  .strictObject({
    name: textSchema(200),
    startups: side,
    investors: side,
    slots: z.int().min(1).max(100).meta({ description: 'How many meetings follow one another' }),
    tables: z
      .union([count.max(500), z.array(count.max(500)).max(100)])
      .optional()
      .meta({
        description: 'How many meetings there can be at once: one number, or one for each slot. Left out: no limit',
      }),
    blocked: z.array(pairSchema).max(5_000).optional().meta({ description: 'Pairs that must not meet' }),
    minScore: z.number().min(0).max(100).default(0).meta({ description: 'Pairs below this score do not meet' }),
  })
  .refine(({ startups, investors }) => startups.length * investors.length <= MOST_PLAN_PAIRS, {
    error: `may be ${MOST_PLAN_PAIRS} startups × investors at most here; plan a larger day with \`assign\` of @kopru/sdk/assign in Node`,
    params: { rule: 'most_pairs' },
  })
  .meta({
    id: 'PlanInput',
    example: {
      name: 'Demo day Almaty',
      startups: [{ id: 'agri-17', meetings: 4 }],
      investors: [{ id: 'fund-3', meetings: 8, absent: [0] }],
      slots: 8,
      tables: 20,
      minScore: 40,
    },
  });

export type PlanInput = z.output<typeof planInputSchema>;

const PLAN_STATES = ['queued', 'running', 'done', 'failed'] as const;
export type PlanState = (typeof PLAN_STATES)[number];

const moment = z.iso.datetime();
const total = z.number().min(0).nullable();

/** A plan without its meetings. */
export const planSummarySchema = z
  .object({
    id: z.string().meta({ example: 'pln_0f8fad5bd9cb469fa16570867728950e' }),
    name: z.string(),
    state: z.enum(PLAN_STATES).meta({ description: '`failed`: it was tried several times and is tried no more' }),
    slots: z.int(),
    tables: z.union([z.int(), z.array(z.int())]).nullable(),
    minScore: z.number(),
    value: total.meta({ description: 'Sum of the scores of the meetings as planned; null before' }),
    bound: total.meta({ description: 'Proven: no plan of this day was worth more' }),
    gap: total.meta({ description: '(bound − value) / bound, in [0,1]; 0: there is no better plan' }),
    removed: count.meta({
      description:
        'Participants erased since, with their meetings; `value`, `bound` and `gap` are still those of the plan as it was made',
    }),
    createdAt: moment,
    startedAt: moment.nullable(),
    finishedAt: moment.nullable(),
  })
  .meta({ id: 'PlanSummary' });

export type PlanSummary = z.output<typeof planSummarySchema>;
export const planPageSchema = pageSchema(planSummarySchema, 'PlanPage');

const meetingSchema = z
  .object({ slot: count, table: count, startup: z.string(), investor: z.string(), score: z.number() })
  .meta({ id: 'PlanMeeting' });

export const planSchema = planSummarySchema
  .extend({
    meetings: z.array(meetingSchema).meta({ description: 'By slot, then table, both from 0; empty until it is done' }),
    unplaced: z.array(meetingSchema.omit({ slot: true, table: true })).meta({
      description: 'Pairs of the best plan without slots that found no place, by falling score',
    }),
  })
  .meta({ id: 'Plan' });

export type Plan = z.output<typeof planSchema>;

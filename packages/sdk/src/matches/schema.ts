import { z } from 'zod';
import { SIGNAL_NAMES } from '../engine/pairing.ts';
import { LOCALES } from '../facets/index.ts';
import { KIND_NAMES, PRIVATE_FIELDS } from '../kinds/index.ts';
import { investorSchema } from '../kinds/investor.ts';
import { startupSchema } from '../kinds/startup.ts';

const kindSchema = z.enum(KIND_NAMES);
export const localeSchema = z.enum(LOCALES).meta({ id: 'Locale', description: 'One of the nine languages' });

const hidden = Object.fromEntries([...PRIVATE_FIELDS, 'status'].map((field) => [field, true])) as {
  contact: true;
  consent: true;
  private: true;
  status: true;
};

/** The public part of a profile: what a match shows of it. */
export const cardSchema = z
  .union([startupSchema.omit(hidden), investorSchema.omit(hidden)])
  .meta({ id: 'Card', description: 'The public part of a profile; never its contact' });

/** A sentence as data, and in words when `explain` named a language. */
const messageSchema = z
  .object({
    key: z.string().meta({ example: 'stage.wanted' }),
    evidence: z.record(z.string(), z.unknown()).meta({ description: 'What the sentence speaks of, by the key' }),
    text: z.string().optional().meta({ description: 'The sentence in the language that `explain` named' }),
  })
  .meta({ id: 'Message' });

const signalSchema = z
  .object({
    name: z.enum(SIGNAL_NAMES),
    value: z.number().min(0).max(1).nullable().meta({ description: 'Fit; null when not stated, which counts as 0.5' }),
    weights: z.record(z.string(), z.number()).meta({ description: 'Weight for each side, by kind' }),
  })
  .meta({ id: 'Signal' });

const refShape = { kind: kindSchema, id: z.string() };
const candidateShape = { ...refShape, card: cardSchema };

const matchSchema = z
  .object({
    ...candidateShape,
    rank: z.int().min(1),
    score: z.number().min(0).max(100).meta({ description: 'Recomputable from the signals' }),
    signals: z.array(signalSchema),
    reasons: z.array(messageSchema),
    cautions: z.array(messageSchema),
  })
  .meta({ id: 'Match' });

const changeSchema = z
  .object({
    side: kindSchema,
    path: z.string().meta({ description: 'JSON Pointer to the field in the profile', example: '/ticket/min' }),
    from: z.unknown().optional(),
    to: z.unknown().meta({ description: 'The nearest value that would do; null where only the owner can say which' }),
    message: messageSchema,
  })
  .meta({ id: 'Change', description: 'One field of one side, as it would have to be' });

const rejectionSchema = z
  .object({
    ...candidateShape,
    gates: z.array(
      z.object({
        gate: z.string(),
        outcome: z.enum(['pass', 'unknown', 'fail']),
        message: messageSchema.optional().meta({ description: 'Why the pair failed' }),
      }),
    ),
    changes: z.array(changeSchema).meta({ description: 'The smallest set of changes that would let the candidate in' }),
  })
  .meta({ id: 'Rejection', description: 'A candidate that a hard limit keeps out' });

export const matchListSchema = z
  .object({
    subject: z.object({ kind: kindSchema, id: z.string().optional() }),
    model: z.string().meta({ example: 'kopru-e5-small@1' }),
    sequence: z.int().meta({ description: 'Number of the last write that the list has seen' }),
    matches: z.array(matchSchema),
    rejected: z.array(rejectionSchema),
  })
  .meta({ id: 'MatchList' });

export type MatchList = z.output<typeof matchListSchema>;

/** Options of a match list, as a query string carries them. */
export const matchQuerySchema = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  minScore: z.coerce.number().min(0).max(100).default(0),
  explain: localeSchema
    .optional()
    .meta({ description: 'Language of the sentences; without it only keys and evidence' }),
  include: z.enum(['rejected']).optional().meta({ description: 'Also list near misses, with what keeps each out' }),
});

export type MatchQuery = z.output<typeof matchQuerySchema>;

/** An ad-hoc match: a profile that is not stored. */
export const matchRequestSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('startup'), profile: startupSchema }),
    z.strictObject({ kind: z.literal('investor'), profile: investorSchema }),
  ])
  .meta({ id: 'MatchRequest' });

import { z } from 'zod';
import { PASS_REASONS, type PassReason } from '../engine/learn-feedback.ts';
import { SIGNAL_NAMES } from '../engine/pairing.ts';
import { exchangeCardSchema, homeSchema } from '../exchange/card.ts';
import { isSectorCode, LOCALES, STAGES } from '../facets/index.ts';
import { INTRODUCTION_STATES } from '../introductions/states.ts';
import { kindAndProfile } from '../kinds/each.ts';
import { KIND_NAMES } from '../kinds/index.ts';
import { countrySchema } from '../kinds/profile.ts';
import { queryNumber } from '../page.ts';

export const kindSchema = z.enum(KIND_NAMES);
export const localeSchema = z.enum(LOCALES).meta({ id: 'Locale', description: 'One of the nine languages' });

/** The public part of a profile: what a match shows of it. Its owner and its hub may keep every field but the name. */
export const cardSchema = exchangeCardSchema.meta({
  id: 'Card',
  description:
    'What whoever asks may see of a profile: never its contact, and for the owner of the other side nothing that its own owner keeps private',
});

/** A sentence as data, and in words when `explain` named a language. */
export const messageSchema = z
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

/** What a card states, in words. */
export const factsSchema = z
  .array(
    z.object({
      field: z.string().meta({ description: 'Of the card; `hub` is the home', example: 'ticket' }),
      label: z.string().meta({ description: 'What the field is called', example: 'Ticket' }),
      value: z.string().meta({ example: '100,000–500,000 USD' }),
    }),
  )
  .meta({
    id: 'Facts',
    description:
      'What the card states, in the order of reading and in the language that `explain` named; without it absent',
  });

export const candidateShape = {
  kind: kindSchema,
  id: z.string().meta({ description: 'Of this hub, or an exchange id, which begins with ~', example: 'agri-17' }),
  card: cardSchema,
  home: homeSchema.optional(),
  facts: factsSchema.optional(),
};

const scoredShape = {
  score: z.number().min(0).max(100).meta({
    description: 'Follows from the signals where none is hidden; what is hidden counts and is not told',
  }),
  signals: z.array(signalSchema),
  reasons: z.array(messageSchema),
  cautions: z.array(messageSchema),
};

/** What the owner of the list has done with a match; nothing of what the other side did, but as its introduction shows it. */
const historySchema = z
  .object({
    seenAt: z.string().nullable().meta({ description: 'When it was first shown; null: it is new' }),
    answer: z
      .object({
        answer: z.enum(['saved', 'passed']),
        at: z.string(),
        reason: z.enum(Object.keys(PASS_REASONS) as [PassReason, ...PassReason[]]).optional(),
      })
      .nullable()
      .meta({ description: 'What it was put aside for, while this stands' }),
    introduction: z
      .object({
        id: z.string(),
        state: z.enum(INTRODUCTION_STATES),
        direction: z.enum(['sent', 'received']),
      })
      .nullable()
      .optional()
      .meta({
        description: 'The open or accepted one of the two, else the latest. Not there for a key that reads none',
      }),
  })
  .meta({ id: 'MatchHistory', description: 'What the profile that the list is for has done with the match' });

export const matchSchema = z
  .object({
    ...candidateShape,
    rank: z.int().min(1),
    ...scoredShape,
    history: historySchema.optional().meta({ description: 'In the list of a stored profile' }),
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

const gateSchema = z
  .object({
    gate: z.string().meta({ example: 'ticket' }),
    outcome: z.enum(['pass', 'unknown', 'fail']).meta({ description: '`unknown`: not stated, or not told; it passes' }),
    message: messageSchema.optional().meta({ description: 'Why the pair failed' }),
  })
  .meta({ id: 'Gate' });

const whyNotShape = {
  gates: z.array(gateSchema),
  changes: z.array(changeSchema).meta({ description: 'The smallest set of changes that would make the pair eligible' }),
};

const rejectionSchema = z
  .object({ ...candidateShape, ...whyNotShape })
  .meta({ id: 'Rejection', description: 'A candidate that a hard limit keeps out' });

export const matchListSchema = z
  .object({
    subject: z.object({ kind: kindSchema, id: z.string().optional() }),
    model: z.string().meta({ example: 'kopru-e5-small@1' }),
    sequence: z.int().meta({ description: 'Number of the last write that the list has seen; `since` takes it' }),
    matches: z.array(matchSchema),
    nextCursor: z.string().nullable().meta({ description: 'Of the next page; null on the last one' }),
    rejected: z.array(rejectionSchema).meta({ description: 'On the first page only' }),
  })
  .meta({ id: 'MatchList' });

export type MatchList = z.output<typeof matchListSchema>;

const sectorSchema = z
  .string()
  .refine(isSectorCode, { error: 'is no code of the sector taxonomy', params: { rule: 'one_of' } })
  .meta({ id: 'Sector', description: 'A code of the sector taxonomy', example: 'irrigation' });

/** Options of a match list, as a query string carries them. */
export const matchQuerySchema = z.strictObject({
  kind: kindSchema.optional().meta({
    description: 'Which kind to list; without it the first that the kind of the profile is paired with',
    example: 'investor',
  }),
  limit: queryNumber(z.number().int().min(1).max(100)).default(20).meta({ example: 10 }),
  cursor: z.string().optional().meta({
    description:
      '`nextCursor` of the page before, with the other options as they were. It holds what the earlier pages showed: no page repeats any of it, and each gives the best of what is left at that moment. A list ends after the 500 nearest candidates',
    example: 'WzQyXQ',
  }),
  minScore: queryNumber(z.number().min(0).max(100)).default(0).meta({ example: 50 }),
  explain: localeSchema
    .optional()
    .meta({ description: 'Language of the sentences; without it only keys and evidence', example: 'en' }),
  include: z
    .enum(['rejected'])
    .optional()
    .meta({ description: 'Also list near misses, with what keeps each out', example: 'rejected' }),
  since: queryNumber(z.number().int().min(0)).optional().meta({
    description:
      'The `sequence` of a list that was read before: lists candidates of this hub that were written after it, and the whole list when the profile that it is for was. None is missed; one may come twice. New weights or prices alone bring nothing back. Candidates of other hubs have no number here and are always listed',
    example: 0,
  }),
  country: countrySchema
    .optional()
    .meta({ description: 'Only candidates that state this home country', example: 'AZ' }),
  stage: z
    .enum(STAGES)
    .optional()
    .meta({ description: 'Only startups at this stage, or investors that fund it', example: 'seed' }),
  sector: sectorSchema.optional().meta({
    description: 'Only candidates that state this sector; a field stands for all of its sectors',
  }),
  only: z.enum(['open', 'new', 'saved', 'passed']).optional().meta({
    description:
      'Only matches that the profile has not passed over (`open`), was not shown before (`new`), has saved, or has passed over',
    example: 'open',
  }),
});

export type MatchQuery = z.output<typeof matchQuerySchema>;

/** Options of many lists at once. */
export const matchBatchQuerySchema = matchQuerySchema.omit({ cursor: true });

/** Whose lists to answer together. */
export const matchBatchSchema = z
  .strictObject({ kind: kindSchema, ids: z.array(z.string().min(1).max(128)).min(1).max(100) })
  .meta({ id: 'MatchBatch', example: { kind: 'startup', ids: ['agri-17', 'agri-18'] } });

export const matchListsSchema = z
  .object({
    lists: z.array(matchListSchema).meta({ description: 'In the order of the ids, each id once' }),
    missing: z.array(z.string()).meta({ description: 'Ids of which the hub has no profile' }),
  })
  .meta({ id: 'MatchLists' });

export type MatchLists = z.output<typeof matchListsSchema>;

const adHocShapes = kindAndProfile();

/** An ad-hoc match: a profile that is not stored. */
export const matchRequestSchema = z.discriminatedUnion('kind', [...adHocShapes]).meta({
  id: 'MatchRequest',
  example: { kind: 'startup', profile: { name: 'Топырақ', pitch: 'Топырақтың тұздылығын өлшейтін зондтар.' } },
});

const sideSchema = z
  .union([z.strictObject({ kind: kindSchema, id: z.string().min(1).max(128) }), ...adHocShapes])
  .meta({
    id: 'ScoreSide',
    description: 'A profile of the hub or of the exchange by its id, or one that is not stored',
  });

/** One pair to score: the profile whose question it is, and the other side. */
export const scoreRequestSchema = z.strictObject({ subject: sideSchema, candidate: sideSchema }).meta({
  id: 'ScoreRequest',
  example: { subject: { kind: 'startup', id: 'agri-17' }, candidate: { kind: 'investor', id: 'fund-3' } },
});

export type ScoreRequest = z.output<typeof scoreRequestSchema>;

export const scoreQuerySchema = matchQuerySchema.pick({ explain: true });

export const scoreSchema = z
  .object({
    subject: z.object({ kind: kindSchema, id: z.string().optional() }),
    candidate: z.object({ ...candidateShape, id: candidateShape.id.optional() }),
    model: z.string(),
    eligible: z.boolean().meta({ description: 'No gate keeps the pair apart' }),
    ...scoredShape,
    ...whyNotShape,
  })
  .meta({ id: 'Score', description: 'One pair, eligible or not' });

export type Score = z.output<typeof scoreSchema>;

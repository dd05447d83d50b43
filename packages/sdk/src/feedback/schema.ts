import { z } from 'zod';
import { ANSWERS, PASS_REASONS, type PassReason } from '../engine/learn-feedback.ts';
import { KIND_NAMES } from '../kinds/index.ts';

const refSchema = z.strictObject({ kind: z.enum(KIND_NAMES), id: z.string().min(1).max(128) });

const answerSchema = z
  .strictObject({
    candidate: refSchema,
    position: z.int().min(1).max(500).meta({ description: 'Rank at which the match was shown' }),
    answer: z.enum([...ANSWERS, 'undecided']).meta({
      description:
        '`agreed`: the two came to terms, on a licence, a certificate or whatever they met for. `undecided` takes back what was saved or passed over: the match then counts as seen',
    }),
    reason: z
      .enum(Object.keys(PASS_REASONS) as [PassReason, ...PassReason[]])
      .optional()
      .meta({ description: 'Only with `passed`' }),
  })
  .refine(({ answer, reason }) => reason === undefined || answer === 'passed', {
    error: 'goes with the answer passed only',
    path: ['reason'],
    params: { rule: 'only_with_passed' },
  })
  .meta({ id: 'Answer', description: 'What a member did with one match that it was shown' });

/**
 * Answers of one member to matches that it was shown. `seen` counts as no answer, and is what tells
 * which other matches stood beside the one that was answered: without it nothing is learned from it.
 */
export const feedbackSchema = z
  .strictObject({ subject: refSchema, answers: z.array(answerSchema).min(1).max(100) })
  .meta({
    id: 'Feedback',
    description:
      'Each answer of a pair counts once: sent again, the first one stands. A match is saved, passed over or undecided: the last of these stands. Send every match that was on the screen as `seen`, so that an answer can be weighed against what stood beside it.',
    example: {
      subject: { kind: 'startup', id: 'agri-17' },
      answers: [
        { candidate: { kind: 'investor', id: 'fund-3' }, position: 1, answer: 'seen' },
        { candidate: { kind: 'investor', id: 'fund-5' }, position: 2, answer: 'saved' },
      ],
    },
  });

export type Feedback = z.output<typeof feedbackSchema>;

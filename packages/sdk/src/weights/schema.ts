import { z } from 'zod';
import { SIGNAL_NAMES } from '../engine/pairing.ts';
import { KIND_NAMES } from '../kinds/index.ts';

const weight = z.number().min(0).max(1);

const signalWeightSchema = z
  .object({
    weight: weight.meta({ description: 'What counts now; the weights of a side sum to 1' }),
    default: weight,
    least: weight,
    most: weight,
    set: z.boolean().meta({ description: 'Set by hand, and not moved by answers' }),
    answers: z.int().meta({ description: 'How many answers spoke of this signal' }),
    shift: z.number().meta({ description: 'Learned weight less the default' }),
    standardError: z.number().meta({ description: 'Standard deviation of what is believed of the weight' }),
  })
  .meta({ id: 'SignalWeight', description: 'How much a signal counts for a side, within which range, and why' });

const sideSchema = z
  .object({
    answers: z.int().meta({ description: 'Answers of this side other than `seen`' }),
    signals: z.partialRecord(z.enum(SIGNAL_NAMES), signalWeightSchema).meta({ description: 'Those of the pairing' }),
  })
  .meta({ id: 'WeightsOfSide' });

const pairingWeightsSchema = z
  .object({
    pairing: z.string().meta({ example: 'startup-investor' }),
    frozen: z.boolean().meta({ description: 'Answers move nothing until it is unfrozen' }),
    learnedAt: z.iso.datetime().nullable().meta({ description: 'When answers were last learned from' }),
    sides: z.partialRecord(z.enum(KIND_NAMES), sideSchema),
  })
  .meta({ id: 'PairingWeights' });

/** The weights of a hub, readable, with their evidence: also the export of what was learned. */
export const weightsSchema = z.object({ items: z.array(pairingWeightsSchema) }).meta({ id: 'Weights' });

export type Weights = z.output<typeof weightsSchema>;

/** Weights that a hub sets by hand. Those that are not named are learned, and share the rest. */
export const weightsUpdateSchema = z
  .strictObject({
    pairing: z.string().min(1).max(100),
    set: z
      .partialRecord(z.enum(KIND_NAMES), z.partialRecord(z.enum(SIGNAL_NAMES), weight))
      .meta({ description: 'By side and signal, in place of what was set before; `{}` sets nothing by hand' }),
  })
  .meta({
    id: 'WeightsUpdate',
    example: { pairing: 'startup-investor', set: { investor: { semantic: 0.6 } } },
  });

export type WeightsUpdate = z.output<typeof weightsUpdateSchema>;

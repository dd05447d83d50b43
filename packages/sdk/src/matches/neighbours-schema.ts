import { z } from 'zod';
import { officeSchema } from '../kinds/patent.ts';
import { queryNumber } from '../page.ts';
import { candidateShape, kindSchema, matchQuerySchema } from './schema.ts';

/** Options of a search of neighbours, as a query string carries them. */
export const neighboursQuerySchema = z.strictObject({
  limit: queryNumber(z.number().int().min(1).max(50)).default(10).meta({ description: 'Most neighbours', example: 10 }),
  explain: matchQuerySchema.shape.explain,
});

export type NeighboursQuery = z.output<typeof neighboursQuerySchema>;

const neighbourSchema = z
  .object({
    rank: z.int().min(1),
    ...candidateShape,
    similarity: z.number().min(0).max(1).meta({
      description: 'How alike the two abstracts are: the calibrated cosine of their vectors, as the semantic signal',
    }),
    sentences: z
      .object({ subject: z.string(), neighbour: z.string() })
      .optional()
      .meta({ description: 'The sentence of each abstract that agrees most with one of the other, verbatim' }),
    classes: z.array(z.string()).meta({ description: 'Subclasses or classes of the IPC or CPC that both state' }),
    offices: z.array(officeSchema).meta({ description: 'Where the neighbour was applied for, as far as it says' }),
  })
  .meta({ id: 'Neighbour' });

export const neighboursSchema = z
  .object({
    subject: z.object({ kind: kindSchema, id: z.string() }),
    notice: z.string().meta({
      description:
        'What the answer is not, in the language that `explain` names, else in English: show it with the list',
    }),
    model: z.string().meta({ example: 'kopru-e5-small@1' }),
    sequence: z.int().meta({ description: 'Number of the last write of this hub that the answer has seen' }),
    neighbours: z.array(neighbourSchema).meta({ description: 'The most alike first' }),
  })
  .meta({
    id: 'Neighbours',
    description:
      'Patents of this hub, and those that owners and hubs released to it, whose abstracts are most alike, in whatever language. It is no search of the state of the art and no legal advice: likeness of texts says nothing of novelty, of the scope of claims or of infringement, and what is not here is not known',
  });

export type Neighbours = z.output<typeof neighboursSchema>;

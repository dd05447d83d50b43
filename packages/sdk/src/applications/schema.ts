import { z } from 'zod';
import { amountSchema, currencySchema, textSchema } from '../kinds/profile.ts';
import { pageQueryShape, pageSchema } from '../page.ts';

export const APPLICATION_STATES = ['applied', 'admitted', 'declined', 'withdrawn', 'alumni'] as const;
export type ApplicationState = (typeof APPLICATION_STATES)[number];

const id = z.string().min(1).max(128);
const startup = id.meta({ description: 'Your id of the startup', example: 'agri-17' });
const programme = id.meta({ description: 'Your id of the programme', example: 'agri-17' });
const call = textSchema(100).meta({ description: 'Name of the call', example: 'Yıl boyu' });
const state = z.enum(APPLICATION_STATES).meta({ example: 'applied' });
const stage = textSchema(60).meta({ description: 'One of the stages of `pipeline` in the settings of the hub' });
const money = z.strictObject({ amount: amountSchema, currency: currencySchema });
const count = z.int().min(0);

/** An application that is to be made. */
export const applicationInputSchema = z
  .strictObject({ startup, programme, call })
  .meta({ id: 'ApplicationInput', example: { startup: 'agri-17', programme: 'agri-17', call: 'Yıl boyu' } });

export type ApplicationInput = z.output<typeof applicationInputSchema>;

/** What becomes of an application. */
export const applicationPatchSchema = z
  .strictObject({
    state: state.optional().meta({
      description:
        'From `applied` to `admitted`, `declined` or `withdrawn`; from `admitted` to `alumni` or `withdrawn`; the others are final',
    }),
    stage: stage.optional(),
    raised: money.nullable().optional().meta({ description: 'What the startup has raised since; null takes it back' }),
  })
  .refine((patch) => Object.values(patch).some((value) => value !== undefined), {
    error: 'names nothing to change',
    params: { rule: 'something' },
  })
  .meta({ id: 'ApplicationPatch', example: { raised: { amount: 250_000, currency: 'USD' } } });

export type ApplicationPatch = z.output<typeof applicationPatchSchema>;

const moment = z.iso.datetime();

export const applicationSchema = z
  .object({
    id: z.string().meta({ example: 'apl_0f8fad5bd9cb469fa16570867728950e' }),
    startup,
    programme,
    programmeName: z.string().nullable().meta({
      description:
        'What the programme is called; null for the owner of the startup while the programme may not be shown',
      example: 'Sabah Hızlandırma',
    }),
    call,
    state,
    stage: stage.nullable(),
    raised: money.nullable(),
    createdAt: moment,
    updatedAt: moment,
  })
  .meta({ id: 'Application' });

export type Application = z.output<typeof applicationSchema>;
export const applicationPageSchema = pageSchema(applicationSchema, 'ApplicationPage');

export const applicationHistorySchema = applicationSchema
  .extend({
    moves: z
      .array(
        z.object({
          at: moment,
          by: z
            .string()
            .optional()
            .meta({ description: 'Id of the key that was used; the owner of a startup is not told' }),
          state,
          stage: stage.nullable(),
        }),
      )
      .meta({ description: 'What it was at each time, the oldest first' }),
  })
  .meta({ id: 'ApplicationHistory' });

export type ApplicationHistory = z.output<typeof applicationHistorySchema>;

export const applicationQuerySchema = z.strictObject({
  ...pageQueryShape,
  programme: programme.optional(),
  call: call.optional(),
  startup: startup.optional(),
  state: state.optional().meta({ description: 'With `call`, `admitted` and `alumni` are its cohort' }),
});

export type ApplicationQuery = z.output<typeof applicationQuerySchema>;

const countsShape = {
  applied: count.meta({ description: 'All applications, whatever became of them' }),
  admitted: count.meta({ description: 'Those that are admitted, and the alumni' }),
  alumni: count,
};

export const programmeNumbersSchema = z
  .object({
    programme,
    ...countsShape,
    raised: z.array(money).meta({ description: 'What admitted startups and alumni have raised since, by currency' }),
    calls: z.array(
      z.object({ call, capacity: z.int().nullable().meta({ description: 'Null: no limit' }), ...countsShape }),
    ),
  })
  .meta({ id: 'ProgrammeNumbers' });

export type ProgrammeNumbers = z.output<typeof programmeNumbersSchema>;

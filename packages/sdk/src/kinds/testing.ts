/**
 * What a test or calibration is of, how far it reaches and how exact it is: said alike by those who need one
 * and by the laboratories that do it.
 *
 * @module
 */
import { z } from 'zod';
import { parseScopeLine } from '../facets/index.ts';
import { placeSchema, textSchema } from './profile.ts';

/** Not {@link textSchema}: `%` and `°` have no letter. */
const unitSchema = z
  .string()
  .min(1)
  .max(30)
  .refine((text) => text.isWellFormed() && text.trim() === text, {
    error: 'holds half of a surrogate pair, or a space at an end: write the unit alone',
    params: { rule: 'unit' },
  })
  .meta({ description: 'Unit, such as `mm`, `m3/h`, `degC` or `%`' });

const itemSchema = textSchema(100).meta({
  description: 'The quantity or the product: a code of the list, its name in any of the nine languages, or free text',
});

const standardsSchema = z
  .array(textSchema(100))
  .min(1)
  .max(20)
  .meta({ description: 'Standards or marks by their designation, such as `EN 1434` or `GOST-R`' });

const numberSchema = z.number().min(-1e15).max(1e15);

/** From where to where: either end may be open. */
const rangeSchema = z
  .strictObject({ min: numberSchema.optional(), max: numberSchema.optional(), unit: unitSchema })
  .refine(({ min, max }) => min !== undefined || max !== undefined, {
    error: 'needs min, max or both',
    params: { rule: 'min_or_max' },
  })
  .refine(({ min, max }) => min === undefined || max === undefined || min <= max, {
    error: 'min must not be above max',
    path: ['min'],
    params: { rule: 'min_not_above_max' },
  })
  .meta({ id: 'Range', description: 'The least and the greatest value, in a unit' });

/** How far a result may be from the truth. */
const uncertaintySchema = z
  .strictObject({ value: z.number().min(1e-15).max(1e15), unit: unitSchema })
  .meta({ id: 'Uncertainty', description: 'Expanded uncertainty (k = 2), in a unit or in % of the value' });

const lineShape = {
  item: itemSchema.optional(),
  standards: standardsSchema.optional(),
  range: rangeSchema.optional(),
  uncertainty: uncertaintySchema.optional(),
};

/** What parts the lines of a scope in a cell, and the parts of a line. */
const SEPARATORS = /[;|\n\r]/;

/**
 * One line of a scope. A text such as `heat meter; EN 1434; 15–40 mm; ±0.5 %` is read as one, so that cells of
 * tables and lines of a form can say it.
 */
export const scopeLineSchema = z.preprocess(
  (value) => (typeof value === 'string' ? (parseScopeLine(value) ?? value) : value),
  z
    .strictObject(lineShape)
    .refine(
      ({ item = '', standards = [], range, uncertainty }) =>
        ![item, range?.unit, uncertainty?.unit].some((part) => part && SEPARATORS.test(part)) &&
        !standards.some((name) => SEPARATORS.test(name) || name.includes(',')),
      {
        error:
          'holds a sign that parts the entries of a scope (; | or a new line, and , in a standard): write one entry alone',
        params: { rule: 'one_entry' },
      },
    )
    .meta({
      id: 'ScopeLine',
      description:
        'What is tested, by which standards, over which range and how exactly. Taken as a text too, as in `heat meter; EN 1434; 15–40 mm; ±0.5 %`',
    }),
);

/** A test or calibration that somebody needs. */
export const testSchema = z
  .strictObject({
    ...lineShape,
    countries: z
      .array(placeSchema)
      .min(1)
      .max(50)
      .optional()
      .meta({ description: 'Where the certificate has to be recognised: in each of these' }),
  })
  .meta({ id: 'Test', description: 'A test, calibration or certificate that is needed' });

import type { TemplateResult } from 'lit';
import type { Field, FieldType } from '../form.ts';
import type { Sheet } from '../sheet.ts';
import { amountsField } from './amounts.ts';
import { choiceField, choicesField, flagField } from './choices.ts';
import { sectorsField } from './sectors.ts';
import { areaField, lineField } from './texts.ts';

/** How each type of field is shown. */
const TEMPLATES: Readonly<Record<FieldType, (field: Field, sheet: Sheet) => TemplateResult>> = {
  text: lineField,
  url: lineField,
  email: lineField,
  number: lineField,
  date: lineField,
  long: areaField,
  list: areaField,
  lines: areaField,
  calls: areaField,
  jurisdictions: areaField,
  classes: areaField,
  choice: choiceField,
  choices: choicesField,
  flag: flagField,
  money: amountsField,
  range: amountsField,
  fund: amountsField,
  measure: amountsField,
  span: amountsField,
  sectors: sectorsField,
};

/** A field with its name, its hint, what its limit costs and what is wrong with it. */
export const fieldTemplate = (field: Field, sheet: Sheet): TemplateResult => TEMPLATES[field.type](field, sheet);

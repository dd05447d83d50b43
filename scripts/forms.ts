/**
 * Writes the form descriptions of the widget from the schemas of the profiles, or with `--check` compares
 * them: `node --conditions=@kopru/source scripts/forms.ts`.
 *
 * @module
 */
import { readFile, writeFile } from 'node:fs/promises';
import {
  COUNTRIES,
  HELP_TERMS,
  INSTRUMENTS,
  INVESTOR_TYPES,
  LANGUAGES,
  LICENCE_TYPES,
  NEED_TYPES,
  PROGRAMME_TYPES,
  REGIONS,
  ROLES,
  STAGES,
} from '../packages/sdk/src/facets/index.ts';
import { callsSchema } from '../packages/sdk/src/kinds/calls.ts';
import { KIND_NAMES, KINDS, type Kind } from '../packages/sdk/src/kinds/index.ts';
import { classificationsSchema, jurisdictionsSchema } from '../packages/sdk/src/kinds/patent.ts';
import { sectorsSchema } from '../packages/sdk/src/kinds/profile.ts';
import type { Field, Form, Vocabulary } from '../packages/widget/src/profile/form.ts';

/** What is read of a JSON Schema. */
interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly string[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly sectors?: true;
  /** A list of which each item is one line of the form. */
  readonly lines?: 'calls' | 'jurisdictions' | 'classes';
}

const VOCABULARIES: Readonly<Record<Vocabulary, readonly string[]>> = {
  country: COUNTRIES,
  place: [...COUNTRIES, ...REGIONS],
  language: LANGUAGES,
  stage: STAGES,
  instrument: INSTRUMENTS,
  investorType: INVESTOR_TYPES,
  role: ROLES,
  needType: NEED_TYPES,
  helpTerm: HELP_TERMS,
  programmeType: PROGRAMME_TYPES,
  licenceType: LICENCE_TYPES,
};

/** Lists that the form knows by more than the type of their items. */
const LINES: ReadonlyMap<unknown, Schema['lines']> = new Map<unknown, Schema['lines']>([
  [callsSchema, 'calls'],
  [jurisdictionsSchema, 'jurisdictions'],
  [classificationsSchema, 'classes'],
]);

/** A text that may be longer than this has several lines. */
const ONE_LINE = 500;

/** The form of a kind, in the order of its schema. */
export function formOf(kind: Kind): Form {
  const root = KINDS[kind].schema.toJSONSchema({
    io: 'input',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema === sectorsSchema) Object.assign(jsonSchema, { sectors: true });
      const lines = LINES.get(zodSchema);
      if (lines) Object.assign(jsonSchema, { lines });
    },
  }) as Schema;
  const resolve = (schema: Schema): Schema => {
    const name = schema.$ref?.split('/').at(-1);
    return name === undefined ? schema : { ...resolve(root.$defs?.[name] ?? {}), ...schema, $ref: undefined as never };
  };
  return { kind, fields: fieldsOf(resolve(root), '', resolve) };
}

function fieldsOf(object: Schema, path: string, resolve: (schema: Schema) => Schema): Field[] {
  return Object.entries(object.properties ?? {}).flatMap(([name, raw]): Field[] => {
    const at = `${path}/${name}`;
    const schema = resolve(raw);
    // What must be there of a flag is a yes or a no, and not a yes.
    const isRequired = object.required?.includes(name) && schema.type !== 'boolean';
    const required = isRequired ? { required: true as const } : {};
    if (schema.type !== 'object') return [{ path: at, ...typeOf(schema, at, resolve), ...required }];
    const { amount, value, min, max, size, deployed, reserved, currency, unit, ...others } = schema.properties ?? {};
    const limits = ({ minimum, maximum }: Schema) => stated({ min: minimum, max: maximum });
    const rest = fieldsOf({ ...schema, properties: others }, at, resolve);
    if (amount && currency) return [{ path: at, type: 'money', ...limits(resolve(amount)) }, ...rest];
    if (min && max && currency) return [{ path: at, type: 'range', ...limits(resolve(min)) }, ...rest];
    if (size && deployed && reserved && currency)
      return [{ path: at, type: 'fund', ...limits(resolve(size)) }, ...rest];
    if (value && unit) return [{ path: at, type: 'measure', ...limits(resolve(value)) }];
    if (min && max && unit) return [{ path: at, type: 'span', ...limits(resolve(min)) }];
    return fieldsOf(schema, at, resolve);
  });
}

function typeOf(schema: Schema, path: string, resolve: (schema: Schema) => Schema): Omit<Field, 'path' | 'required'> {
  const { type, format, pattern, minLength, maxLength = 0, minimum, maximum, minItems, maxItems } = schema;
  if (type === 'array') {
    const items = resolve(schema.items ?? {});
    // A list of texts, or of what has more parts: the form shows their names.
    const item = resolve(items.anyOf?.find((one) => resolve(one).type === 'string') ?? items);
    const size = stated({ min: minItems, max: maxItems });
    if (schema.lines) {
      const { name, number } = item.properties ?? {};
      return { type: schema.lines, ...size, ...stated({ longest: (name ?? number)?.maxLength }) };
    }
    if (item.type === 'object') return { type: 'lines', ...size };
    if (item.enum) return { type: 'choices', ...size, ...optionsOf(item.enum) };
    return { type: schema.sectors ? 'sectors' : 'list', ...size, ...stated({ longest: item.maxLength }) };
  }
  if (schema.enum) return { type: 'choice', ...optionsOf(schema.enum) };
  if (type === 'boolean') return { type: 'flag' };
  if (type === 'integer' || type === 'number')
    return { type: 'number', ...stated({ min: minimum, max: maximum }), ...(type === 'integer' && { whole: true }) };
  if (type !== 'string') throw new Error(`${path} is of a type that no form has: ${type}`);
  const size = stated({ min: minLength, max: maxLength });
  if (format === 'uri') return { type: 'url', ...size };
  if (format === 'date') return { type: 'date' };
  if (format === 'email') return { type: 'email', ...size, ...stated({ pattern }) };
  return { type: maxLength > ONE_LINE ? 'long' : 'text', ...size };
}

function optionsOf(codes: readonly string[]): Pick<Field, 'vocabulary' | 'options'> {
  const same = (of: readonly string[]) => of.length === codes.length && of.every((code, i) => code === codes[i]);
  const found = Object.entries(VOCABULARIES).find(([, of]) => same(of));
  return found ? { vocabulary: found[0] as Vocabulary } : { options: codes };
}

const stated = <T extends object>(values: T) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: NonNullable<T[K]>;
  };

/** Where the form of a kind stands. */
export const formFile = (kind: Kind): URL =>
  new URL(`../packages/widget/src/profile/forms/${kind}.ts`, import.meta.url);

/** The source of the form of a kind. */
export function formSource(kind: Kind): string {
  const { fields } = formOf(kind);
  const literal = (value: unknown): string =>
    Array.isArray(value)
      ? `[${value.map(literal).join(', ')}]`
      : typeof value === 'string'
        ? `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
        : String(value);
  const line = (field: Field) =>
    `    { ${Object.entries(field)
      .map(([name, value]) => `${name}: ${literal(value)}`)
      .join(', ')} },`;
  return `// Made by scripts/forms.ts from the schema of the API. Not to be changed by hand.
import type { Form } from '../form.ts';

// biome-ignore format: a line a field
export const FORM: Form = {
  kind: '${kind}',
  fields: [
${fields.map(line).join('\n')}
  ],
};
`;
}

if (import.meta.main) {
  for (const kind of KIND_NAMES) {
    const source = formSource(kind);
    if (!process.argv.includes('--check')) await writeFile(formFile(kind), source);
    else if (source !== (await readFile(formFile(kind), 'utf8').catch(() => ''))) {
      console.error(
        `The form of a ${kind} is not what its schema says. Run "node --conditions=@kopru/source scripts/forms.ts".`,
      );
      process.exit(1);
    }
  }
}

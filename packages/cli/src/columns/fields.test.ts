import { KIND_NAMES, KINDS } from '@kopru/sdk/schema';
import { expect, test } from 'vitest';
import { FIELD_OF, FIELDS } from './fields.ts';

/** What is asked of a schema here. */
interface Schema {
  readonly def: { readonly type: string; readonly innerType?: Schema };
  readonly shape?: Readonly<Record<string, Schema>>;
}

/** Every field of a schema, objects by their parts. */
function leavesOf({ def, shape }: Schema): string[] {
  if (def.innerType) return leavesOf(def.innerType);
  if (!shape) return [''];
  return Object.entries(shape).flatMap(([key, part]) =>
    leavesOf(part).map((rest) => (rest === '' ? key : `${key}/${rest}`)),
  );
}

test.each(KIND_NAMES)('a column can be every field of a %s, its id, and its sum in one cell', (kind) => {
  const combined = {
    startup: ['raise'],
    investor: ['ticket'],
    expert: [],
    need: [],
    lab: [],
    programme: ['grant'],
    patent: [],
    offer: [],
  }[kind];
  expect(Object.keys(FIELDS[kind]).sort()).toEqual(
    ['id', ...combined, ...leavesOf(KINDS[kind].schema as unknown as Schema)].sort(),
  );
});

test.each(KIND_NAMES)('a header of a %s stands for fields that there are', (kind) => {
  for (const field of Object.values(FIELD_OF[kind])) expect(FIELDS[kind]).toHaveProperty([field]);
});

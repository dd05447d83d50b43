import type { Document } from './operation.ts';

type Paths = NonNullable<Document['paths']>;

/**
 * What can be asked about a thing that a POST to a list makes, as links of its answer: the operations
 * whose path goes on with the id of the thing.
 */
export function linksOf(path: string, paths: Paths): Record<string, object> {
  const above = Object.fromEntries(namesIn(path).map((name) => [name, `$request.path.${name}`]));
  const links = Object.entries(paths).flatMap(([other, item]) => {
    const [name, ...deeper] = other.startsWith(`${path}/{`) ? namesIn(other.slice(path.length)) : [];
    if (name === undefined || deeper.length > 0) return [];
    const parameters = { ...above, [name]: '$response.body#/id' };
    return Object.values(item as Record<string, { operationId?: string }>).map(({ operationId = '' }) => [
      operationId,
      { operationId, parameters },
    ]);
  });
  return Object.fromEntries(links);
}

/** Whether what an operation makes has its id at the top of the answer. */
export function answersAnId(operation: object, schemas: object = {}): boolean {
  const { responses } = operation as { responses: Record<string, { content?: Record<string, { schema: Reference }> }> };
  const { $ref = '' } = (responses[201] ?? responses[202])?.content?.['application/json']?.schema ?? {};
  const schema = (schemas as Record<string, { properties?: object }>)[$ref.split('/').at(-1) as string];
  return schema?.properties !== undefined && 'id' in schema.properties;
}

interface Reference {
  readonly $ref?: string;
}

const namesIn = (path: string): string[] => Array.from(path.matchAll(/\{(\w+)\}/g), ([, name]) => name as string);

import { PROBLEMS } from '@kopru/sdk/schema';
import { describe, expect, test } from 'vitest';
import { document, exampleOf, OPERATIONS, resolved, schemaOf } from '../test/contract.ts';

test('every operation has a name of its own, and every tag is declared', () => {
  const names = OPERATIONS.map(({ operationId }) => operationId);
  expect(names).toEqual([...new Set(names)]);
  const declared = document.tags.map(({ name }: { name: string }) => name);
  expect([...new Set(OPERATIONS.flatMap(({ tags = [] }) => tags))].toSorted()).toEqual(declared.toSorted());
});

test('every reference leads somewhere', () => {
  const references = JSON.stringify(document).match(/"#\/[^"]+"/g) ?? [];
  expect(references.length).toBeGreaterThan(100);
  for (const reference of new Set(references))
    expect(resolved({ $ref: JSON.parse(reference) }), reference).toBeDefined();
});

describe.each(OPERATIONS)('$operationId', ({ method, operationId, summary, tags, security, ...operation }) => {
  test('says what it does and who may do it', () => {
    expect(operationId).toMatch(/^[a-z]+(_[a-z]+)*$/);
    expect(summary).toMatch(/\S/);
    expect(tags).toHaveLength(1);
    expect(security).toBeInstanceOf(Array);
    for (const name of (security ?? []).flatMap(Object.keys))
      expect(document.components.securitySchemes).toHaveProperty(name);
  });

  test('documents its errors with the codes that they carry', () => {
    const statuses = Object.keys(operation.responses).map(Number);
    const always = security?.length ? [401, 403, 429, 500] : [500];
    expect(statuses).toEqual(expect.arrayContaining(always));
    if (operation.requestBody) expect(statuses).toEqual(expect.arrayContaining([400, 413, 415, 422]));
    // What only reads has no state that could refuse it, whatever its method.
    const writes =
      security?.length &&
      method !== 'GET' &&
      !/^(match|list_matches_batch|score|search|count_limits|find_co_investment)$/.test(operationId);
    expect(statuses.includes(409)).toBe(Boolean(writes));
    for (const [status, { content }] of Object.entries(operation.responses)) {
      const problem = content?.['application/problem+json'];
      if (!problem) continue;
      const codes = Object.entries(PROBLEMS).filter(([, { status: s }]) => s === Number(status));
      expect(codes.length).toBeGreaterThan(0);
      for (const [code] of codes) expect(JSON.stringify(problem.schema)).toContain(`"${code}"`);
    }
  });

  test('has an example of its body and of each parameter, which keeps to its schema', () => {
    const inputs = {
      ...operation.requestBody?.content,
      ...Object.fromEntries(operation.parameters.map((parameter) => [`${parameter.in} ${parameter.name}`, parameter])),
    };
    for (const [name, input] of Object.entries(inputs)) {
      const example = exampleOf(input);
      expect(example, name).toBeDefined();
      const { error } = schemaOf(input.schema).safeParse(example);
      expect(error?.issues, name).toBeUndefined();
    }
  });
});

test('an answer may hold nothing that is not described', () => {
  const { Health } = document.components.schemas;
  expect(schemaOf(Health).safeParse({ status: 'ok' }).success).toBe(true);
  expect(schemaOf(Health).safeParse({ status: 'ok', more: 1 }).success).toBe(false);
});

test('what is made says what can be asked about it', () => {
  const made = document.paths['/v1/startups/{id}/consents'].post.responses[201];
  expect(made.links).toEqual({
    withdraw_startup_consent: {
      operationId: 'withdraw_startup_consent',
      parameters: { id: '$request.path.id', consentId: '$response.body#/id' },
    },
  });
});

test('a nullable schema takes null, and a parameter never is null', () => {
  const { Introduction, Hub } = document.components.schemas;
  expect(schemaOf(Introduction.properties.lang).safeParse(null).success).toBe(true);
  expect(schemaOf(Introduction.properties.lang).safeParse('xx').success).toBe(false);
  expect(schemaOf(Hub.properties.country).safeParse(null).success).toBe(true);
  for (const { parameters } of OPERATIONS) expect(JSON.stringify(parameters)).not.toContain('"null"');
});

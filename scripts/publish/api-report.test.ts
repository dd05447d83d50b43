import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apiReports } from './api-report.ts';

describe('the report of a package', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kopru-api-'));
    await mkdir(join(folder, 'package/dist'), { recursive: true });
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** Reports of two entries, of which the second imports what the first and a chunk of the bundler export. */
  async function reportsOf(first: string, second: string): Promise<(string | undefined)[]> {
    const at = (name: string) => join(folder, 'package/dist', `${name}.d.ts`).replaceAll('\\', '/');
    await writeFile(at('chunk'), 'interface Inner { readonly a: 1 }\nexport type { Inner as I };');
    await writeFile(at('first'), first);
    await writeFile(at('second'), second);
    const reports = apiReports(
      ['first', 'second'].map((name) => ({ specifier: `kopru/${name}`, name, source: '', types: at(name), code: '' })),
    );
    return [reports.get('first'), reports.get('second')];
  }

  test('tells what is exported, what that names, and where the rest is reported', async () => {
    const [first, second] = await reportsOf(
      '/** Told. */\nexport declare function told(text: string): Promise<void>;\nexport interface Shared { readonly x?: number }',
      "import { I as Inner } from './chunk.js';\nimport type { Shared } from './first.js';\n" +
        'declare class Second { #secret; constructor(inner: Inner); shared: Shared }\nexport { Second };',
    );
    expect(first).toBe(
      '# kopru/first\n\n```ts\ninterface Shared {\n  readonly x?: number;\n}\n\nfunction told(text: string): Promise<void>;\n```\n',
    );
    expect(second).toContain('class Second {');
    expect(second).toContain('Named above, not exported:\n\n```ts\ninterface Inner {\n  readonly a: 1;\n}\n```');
    expect(second).toContain('Named above, exported elsewhere:\n\n- Shared: kopru/first');
  });

  test('changes with an argument, a member or a name, and not with a comment', async () => {
    const base = 'export interface A { readonly x: number }';
    const [before] = await reportsOf(base, 'export {}');
    for (const changed of [
      'export interface A { readonly x?: number }',
      'export interface B { readonly x: number }',
      `${base}\nexport declare const y: string;`,
    ])
      expect((await reportsOf(changed, 'export {}'))[0]).not.toBe(before);
    expect((await reportsOf(`/** What it is. */\n${base}`, 'export {}'))[0]).toBe(before);
  });
});

test('a schema is told by what it gives and takes', async () => {
  // As it was written, since to write it takes half a minute; the check of the repository compares it.
  const report = await readFile(new URL('../../packages/sdk/etc/schema.api.md', import.meta.url), 'utf8');
  expect(report).toMatch(
    /^const searchRequestSchema: schema of \{\n(?: {2}.*\n)* {2}kind: Kind;\n(?: {2}.*\n)* {2}text: string;/m,
  );
  expect(report).not.toMatch(/ZodObject|import\(/);
});

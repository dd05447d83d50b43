import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { writePages } from './reference-pages.ts';

describe('the pages of a package', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kopru-pages-'));
    await mkdir(join(folder, 'src'));
    await writeFile(join(folder, 'package.json'), '{ "name": "small", "version": "1.0.0" }');
    await writeFile(
      join(folder, 'tsconfig.json'),
      '{ "compilerOptions": { "module": "ESNext", "moduleResolution": "bundler", "types": [] }, "include": ["src"] }',
    );
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function pageOf(source: string): Promise<string> {
    await writeFile(join(folder, 'src/index.ts'), source);
    const exports = { '.': { '@kopru/source': './src/index.ts', types: '', default: '' } };
    await writePages({ folder, manifest: { name: 'small', version: '1.0.0', exports } }, join(folder, 'out'));
    return readFile(join(folder, 'out/README.md'), 'utf8');
  }

  test('tell what the docstrings say, types by their written names, parts of an element as a list', async () => {
    const page = await pageOf(`
      type Long = 'a' | 'b';
      /**
       * An element.
       * @csspart card - one match
       * @csspart name - its name
       */
      export class Element {
        /** Gives what is long. */
        give(): Promise<Long> { return Promise.resolve('a'); }
      }
    `);
    expect(page).toContain('An element.');
    expect(page).toContain('- card - one match\n- name - its name');
    expect(page).toContain('give(): Promise<Long>;');
  });

  test.each([
    ['a function without a docstring', 'export const bare = (): void => undefined;'],
    ['a link that leads nowhere', '/** See {@link Nothing}. */\nexport const linked = (): void => undefined;'],
  ])('are refused for %s', async (_, source) => {
    const told = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    await expect(pageOf(source)).rejects.toThrow('the docstrings of small have the faults above');
    expect(told).toHaveBeenCalled();
    told.mockRestore();
  });
});

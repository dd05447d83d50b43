import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { publishedPackages } from './packages.ts';
import { withRepository } from './repository.ts';

describe('a release', () => {
  const published = publishedPackages();

  test('is of all published packages together, and of nothing else', async () => {
    const { fixed, access } = JSON.parse(await readFile('.changeset/config.json', 'utf8'));
    expect(access).toBe('public');
    expect(fixed.map((names: string[]) => names.toSorted())).toEqual([
      published.map(({ manifest }) => manifest.name).sort(),
    ]);
    expect(new Set(published.map(({ manifest }) => manifest.version)).size).toBe(1);
  });

  test('names the repository of the workflow, and changes nothing else of a package.json', async () => {
    for (const { folder } of published) {
      const before = await readFile(`${folder}/package.json`, 'utf8');
      const { repository, ...rest } = JSON.parse(withRepository(before, 'hub/kopru', folder));
      expect(repository).toEqual({ type: 'git', url: 'git+https://github.com/hub/kopru.git', directory: folder });
      expect(rest).toEqual(JSON.parse(before));
    }
  });

  test('has what npm shows: a description, a licence, the Node that it takes', () => {
    for (const { manifest } of published) {
      expect(manifest).toMatchObject({
        description: expect.stringMatching(/^Köprü: /),
        license: expect.stringContaining('Apache-2.0'),
        engines: { node: '>=20' },
        keywords: expect.arrayContaining(['matching']),
        type: 'module',
      });
    }
  });
});

import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyFolder, NODES, write } from './consumer.ts';
import { install, npm, pack, run } from './npm.ts';
import { publishedPackages } from './packages.ts';

describe('the command line, installed from its tarball into an empty folder', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await emptyFolder();
    await install(folder, await pack(folder, ({ manifest }) => manifest.name !== '@kopru/widget'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('tells its version by npx', async () => {
    const printed = await npm(['exec', '--no', '--', 'kopru', '--version'], folder);
    expect(printed.trim()).toBe(
      publishedPackages().find(({ manifest }) => manifest.name === 'kopru')?.manifest.version,
    );
  });

  test.each(NODES)('matches two files, with %s', async (node) => {
    await write(folder, {
      'startups.csv': 'Ad;Tanım;Ülke\nTopıraq;Sulanan tarlalarda toprak tuzluluğunu ölçen sensörler.;Türkiye\n',
      'investors.csv':
        'Название,Описание\nАгрофонд,"Вкладываем в приборы, которые измеряют засоление почвы."\nИгры,Мобильные игры для всего мира.\n',
    });
    await run(
      node,
      ['node_modules/kopru/bin/kopru.js', 'match', 'startups.csv', 'investors.csv', '-o', 'matches.csv'],
      folder,
    );
    const [header = '', first = ''] = (await readFile(join(folder, 'matches.csv'), 'utf8')).split('\n');
    expect(header).toMatch(/^startup,investor,rank,score,reasons/);
    expect(first).toContain('Агрофонд');
  });
});

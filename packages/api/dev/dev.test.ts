import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, noBrowser } from '../../../scripts/browser.ts';
import { PAGE_WORDS } from '../demo/page/words/index.ts';
import { demoProfiles } from '../demo/profiles.ts';
import { REGION } from '../src/demo/hub.ts';
import { demoKey, migrate, seedDemo, startDevServer } from './index.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const migrations = join(root, 'packages/api/migrations');

/** A pitch in three languages, on a phone and on a desk. */
const VISITS = [
  {
    lang: 'kk',
    width: 360,
    text: 'Егіс алқаптарына топырақтың тұздылығын өлшейтін зондтар орнатамыз; диқан қай танапты шаю керегін көреді.',
  },
  {
    lang: 'az',
    width: 1280,
    text: 'Soyuducu anbarlarda temperaturu izləyən sensorlar quraşdırırıq, meyvə yolda xarab olmur.',
  },
  {
    lang: 'ru',
    width: 1280,
    text: 'Делаем датчики, которые находят утечки воды в городских сетях по звуку трубы.',
  },
] as const;

/** A third of the demo, with all of its countries and the investor of each startup's topic: all takes a minute to embed. */
const someProfiles = () => demoProfiles().filter((_, i) => Math.floor(i / 20) % 3 === 0);

if (noBrowser) console.warn('KOPRU_NO_BROWSER=1: the demo is not visited in a browser');

/** The demo as `npm start` runs it: the built Worker in workerd, seeded from the corpus. */
describe('the demo server', () => {
  let storage: string;
  let server: Awaited<ReturnType<typeof startDevServer>>;
  let key: string;
  let embedded = 0;
  const onProgress = (done: number) => {
    embedded = done;
  };

  const start = () =>
    startDevServer({
      config: join(root, 'wrangler.toml'),
      worker: join(root, 'packages/api/dist/worker/local.js'),
      storage,
      migrations,
      port: 0,
    });
  const get = async (path: string, init?: RequestInit) => {
    const response = await fetch(`${server.url}${path}`, init);
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  const count = async () => (await server.db.prepare('SELECT count(*) AS n FROM profiles').first<{ n: number }>())?.n;

  beforeAll(async () => {
    storage = await mkdtemp(join(tmpdir(), 'kopru-dev-'));
    server = await start();
    await seedDemo(server.db, onProgress, someProfiles);
    key = await demoKey(server.db, undefined);
    // It embeds hundreds of texts.
  });
  afterAll(async () => {
    await server?.stop();
    await rm(storage, { recursive: true, force: true });
  });

  test('answers health, the page, the reference and its script', async () => {
    for (const path of ['/v1/health', '/', '/docs', '/reference/standalone.js', '/openapi.json']) {
      expect((await get(path)).status, path).toBe(200);
    }
  });

  test('holds every profile that it is seeded with', async () => {
    expect(await count()).toBe(someProfiles().length);
    expect(embedded).toBe(someProfiles().length);
  });

  test('a startup of the corpus finds the mandate of its own topic near the top, across languages', async () => {
    // Most mandates are of another hub, which gives them another id: they are known by their names.
    const named = async (kind: string) => JSON.parse((await get(`/demo/profiles?kind=${kind}`)).text).profiles;
    const startups = (await named('startup')) as { id: string }[];
    const names = new Map<string, string>(
      (await named('investor')).map((one: { id: string; card: { name: string } }) => [one.id, one.card.name]),
    );
    let found = 0;
    let asked = 0;
    for (const { id } of startups.filter((_, i) => i % 4 === 0)) {
      const list = JSON.parse((await get(`/demo/startups/${id}/matches?limit=10&include=rejected`)).text);
      const own = names.get(id.replace(/^s-/, 'i-'));
      if (list.rejected.some(({ card }: { card: { name: string } }) => card.name === own)) continue;
      asked++;
      if (list.matches.some(({ card }: { card: { name: string } }) => card.name === own)) found++;
    }
    expect(asked).toBeGreaterThan(10);
    expect(found / asked).toBeGreaterThan(0.6);
  });

  test('is a region: the hub of each country holds its own, and lists what the others released', async () => {
    const { results } = await server.db
      .prepare('SELECT hub_id AS hub, count(*) AS n FROM profiles GROUP BY 1')
      .all<{ hub: string; n: number }>();
    expect(results.map(({ hub }) => hub).sort()).toEqual(REGION.map(({ id }) => id).sort());
    const { profiles } = JSON.parse((await get('/demo/profiles?kind=startup')).text);
    const kazakh = profiles.find(({ card }: { card: { country: string } }) => card.country === 'KZ');
    const { matches } = JSON.parse((await get(`/demo/startups/${kazakh.id}/matches?limit=20`)).text);
    const homes = new Set(matches.map(({ home }: { home?: { country: string } }) => home?.country ?? 'KZ'));
    expect(homes.size).toBeGreaterThan(3);
    const { items } = JSON.parse((await get('/v1/corridors')).text);
    expect(items.length).toBeGreaterThan(20);
    expect(items.filter((item: { introductions: number | null }) => item.introductions).length).toBeGreaterThan(10);
  });

  test('the key opens the API, and nothing that is served holds it', async () => {
    const authorized = { headers: { authorization: `Bearer ${key}` } };
    const { profiles } = JSON.parse((await get('/demo/profiles?kind=investor')).text);
    const own = profiles.find(({ card }: { card: { country: string } }) => card.country === 'AZ');
    expect((await get(`/v1/investors/${own.id}/matches`, authorized)).status).toBe(200);

    const page = (await get('/')).text;
    const linked = Array.from(page.matchAll(/(?:src|href)="([^"#]+)"/g), ([, link]) => {
      return new URL(link as string, `${server.url}/`).pathname;
    });
    expect(linked.length).toBeGreaterThan(0);
    const served = [
      '/',
      ...linked,
      '/openapi.json',
      '/docs',
      '/demo/profiles?kind=startup',
      '/demo/profiles?kind=investor',
    ];
    for (const path of served) {
      const { text } = await get(path);
      expect(text.includes(key), path).toBe(false);
      expect(text, path).not.toMatch(/kopru_sk_[0-9A-Za-z]{38}/);
      expect(text, path).not.toContain('@example.org');
    }
  });

  test('a profile that is not active or has no consent shows in no list', async () => {
    const { results } = await server.db
      .prepare(
        `SELECT kind, body ->> '$.name' AS name FROM profiles WHERE json_extract(body, '$.status') <> 'active'
         OR json_extract(body, '$.consent.matching') IS NOT 1`,
      )
      .all<{ kind: string; name: string }>();
    expect(results.length).toBeGreaterThan(3);
    const listed = new Set<string>();
    for (const [path, kind] of [
      ['startups', 'startup'],
      ['investors', 'investor'],
    ]) {
      const { profiles } = JSON.parse((await get(`/demo/profiles?kind=${kind}`)).text);
      for (const { id } of profiles.slice(0, 40)) {
        for (const m of JSON.parse((await get(`/demo/${path}/${id}/matches?limit=100`)).text).matches)
          listed.add(m.card.name);
      }
    }
    expect(results.filter(({ name }) => listed.has(name))).toEqual([]);
  });

  describe.skipIf(noBrowser)('as a visitor sees it in Chromium', () => {
    test.each(VISITS)('in $lang: picks a profile, then pastes a text, and reads why it fits', async (visit) => {
      const browser = await launchBrowser();
      try {
        const page = await browser.newPage({ viewport: { width: visit.width, height: 900 } });
        const complaints: string[] = [];
        page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
        page.on('pageerror', (error) => complaints.push(error.message));
        await page.goto(`${server.url}/?lang=${visit.lang}`);
        const words = PAGE_WORDS[visit.lang];
        const cards = page.locator('kopru-matches article');

        await page.getByRole('listbox').getByRole('option').first().click();
        await cards.first().waitFor();

        await page.locator('label', { hasText: words.paste }).click();
        await page.locator('textarea').fill(visit.text);
        await page.getByRole('button', { name: words.find }).click();
        // The sentence of the pasted text comes back as evidence, beside one in another language.
        await cards.first().getByText(visit.text.slice(0, 40)).first().waitFor();
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(visit.width);
        expect(complaints).toEqual([]);
      } finally {
        await browser.close();
      }
    });
  });

  test('a second start keeps the data and the key, and embeds nothing', async () => {
    await server.stop();
    server = await start();
    await seedDemo(server.db, () => expect.unreachable());
    expect(await demoKey(server.db, key)).toBe(key);
    expect(await demoKey(server.db, 'kopru_sk_lost')).not.toBe(key);
    expect(await count()).toBe(someProfiles().length);
  });

  test('migrating again changes nothing', async () => {
    const applied = () => server.db.prepare('SELECT name FROM d1_migrations ORDER BY id').all();
    const before = (await applied()).results;
    await migrate(server.db, migrations);
    expect((await applied()).results).toEqual(before);
    expect(before.length).toBeGreaterThan(1);
  });
});

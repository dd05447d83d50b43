import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freePort, type Program, startProgram } from '../../scripts/program.ts';
import { blocksOf, runBlocks } from '../../scripts/snippets.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));

describe('the Worker, as `npm start` runs it', () => {
  let worker: Program;
  let url: string;
  beforeAll(async () => {
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    worker = await startProgram('npm', ['start', '--', '--ip', '127.0.0.1', '--port', String(port)], {
      folder,
      ready: /Ready on/,
    });
  });
  afterAll(() => worker?.stop());

  const match = async (body: string, lang = 'kk') => {
    const response = await fetch(`${url}/match?lang=${lang}`, { method: 'POST', body });
    return { status: response.status, answer: await response.json() };
  };
  const STARTUP = JSON.stringify({
    name: 'Топырақ',
    country: 'KZ',
    stage: 'seed',
    pitch: 'Егіс алқаптарына топырақтың тұздылығын өлшейтін зондтар орнатамыз; диқан қай танапты шаю керегін көреді.',
  });

  test('finds the Azerbaijani fund for a Kazakh pitch, with the sentences that say why, to several at once', async () => {
    for (const { status, answer } of await Promise.all([match(STARTUP), match(STARTUP), match(STARTUP)])) {
      expect(status).toBe(200);
      const [first, second] = answer;
      expect(first.id).toBe('mugan-fund');
      expect(first.score).toBeGreaterThan(second.score + 10);
      expect(first.reasons.join()).toContain('Şoranlaşma suvarılan torpaqları sıradan çıxarır.');
    }
  });

  test('says in the language that was asked for', async () => {
    expect((await match(STARTUP, 'en')).answer[0].reasons.join()).toContain('The investor funds this stage');
    expect(await match(STARTUP, 'xx')).toEqual({ status: 400, answer: { error: 'no language "xx"' } });
  });

  test('names what is wrong with a profile, and with a body that is none', async () => {
    const { status, answer } = await match('{"name":"Топырақ","pitch":""}');
    expect({ status, error: answer.error }).toEqual({ status: 400, error: expect.stringContaining('/pitch') });
    expect((await match('{"name":')).status).toBe(400);
  });

  test('answers the request of the README', async () => {
    const blocks = blocksOf(await readFile(`${folder}/README.md`, 'utf8')).map(({ code }) => code);
    const [request = ''] = blocks.filter((code) => code.startsWith('curl'));
    const [printed = ''] = await runBlocks([request.replace('http://127.0.0.1:8790', url)], { folder });
    expect(JSON.parse(printed)[0].id).toBe('mugan-fund');
  });
});

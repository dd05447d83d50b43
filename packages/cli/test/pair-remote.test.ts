import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runExplain } from '../src/explain.ts';
import { EXIT } from '../src/terminal/exit.ts';
import { runWhyNot } from '../src/why-not.ts';
import { startHub, type TestHub } from './hub.ts';

describe('one pair of the API', () => {
  let hub: TestHub;

  beforeAll(async () => {
    hub = await startHub('pair');
    const consent = { matching: true };
    await hub.kopru.startups.upsert('s-1', {
      name: 'Топырақ',
      pitch: 'Топырақтың тұздылығын өлшейтін зондтар орнатамыз.',
      stage: 'growth',
      consent,
    });
    await hub.kopru.investors.upsert('i-1', {
      name: 'Muğan Fondu',
      thesis: 'Torpağın duzluluğunu ölçən komandaları maliyyələşdiririk.',
      stages: ['seed'],
      private: ['stages'],
      consent,
    });
  });
  afterAll(() => hub?.stop());

  test('is explained by their ids, in the language of the locale, with what the other side keeps private', async () => {
    const { io, out } = hub.io({ locale: 'az' });
    expect(await runExplain({ a: 's-1', b: 'i-1' }, io)).toBe(EXIT.ok);
    expect(out()).toContain('s-1 – Muğan Fondu\n\nBal: ');
    expect(out()).toContain('Топырақтың тұздылығын');
    expect(out()).toContain('Startapın mərhələsi: böyümə.');
  });

  test('is told why not, with the smallest change', async () => {
    const { io, out } = hub.io();
    expect(await runWhyNot({ a: 's-1', b: 'i-1' }, io)).toBe(EXIT.ok);
    expect(out()).toMatch(/Stage\s+not met/);
    expect(out()).toContain('→ The investor could also fund this stage: growth.');
  });

  test('that is not there is an error of the API', async () => {
    const { io } = hub.io();
    await expect(runExplain({ a: 's-2', b: 'i-1' }, io)).rejects.toMatchObject({
      name: 'CliError',
      exitCode: EXIT.remote,
    });
  });
});

import { neighboursSchema } from '@kopru/sdk/schema';
import { expect, test } from 'vitest';
import { agree, consent, exchangeHub, openCorridor, putCheap } from '../../test/exchange.ts';
import { call, PATENT } from '../../test/hub.ts';
import { viewerOf } from '../../test/viewer.ts';

test('neighbours are patents of the hub and those whose abstracts were released to it, and nothing else', async () => {
  const [here, there] = [await exchangeHub('AZ'), await exchangeHub('TR')];
  await agree(here, there);
  await openCorridor(here, 'TR');
  await putCheap(here.id, 'patent', 'p', PATENT);
  await putCheap(here.id, 'patent', 'near', { ...PATENT, classifications: ['G01N 33/24', 'H04W'], private: ['owner'] });
  await putCheap(here.id, 'patent', 'shy', { ...PATENT, private: ['abstract'] });
  await putCheap(here.id, 'patent', 'off', { ...PATENT, consent: { matching: false } });
  for (const id of ['kept', 'bare', 'given']) await putCheap(there.id, 'patent', id, PATENT);
  await consent(there, 'patent', 'bare', { releaseText: false });
  const given = await consent(there, 'patent', 'given');
  const ask = async (who: object, query = '') => {
    const { status, json } = await call('GET', `/v1/patents/p/neighbours?${query}`, who);
    expect([status, neighboursSchema.safeParse(json).error]).toEqual([200, undefined]);
    return json;
  };

  const all = await ask({ key: here.key }, 'explain=az');
  const of = (id: string) => all.neighbours.find((one: { id: string }) => one.id === id);
  const [foreign] = all.neighbours.filter(({ id }: { id: string }) => id.startsWith('~'));
  expect(all.neighbours.map(({ id }: { id: string }) => id).sort()).toEqual(['near', foreign.id].sort());
  expect(all.notice).toContain('hüquqi məsləhət deyil');
  expect(of('near')).toMatchObject({ classes: ['G01N'], offices: ['EA'], sentences: { subject: PATENT.abstract } });
  expect(foreign).toMatchObject({ home: { hub: there.id }, classes: ['A01G', 'G01N'] });
  expect(JSON.stringify(all)).not.toContain('gizli@example.org');

  const owner = await ask(await viewerOf(here.id, 'patent', 'p'), 'limit=5');
  expect(owner.notice).toContain('no legal advice');
  expect(owner.neighbours.find(({ id }: { id: string }) => id === 'near').card).not.toHaveProperty('owner');
  await call('DELETE', `/v1/patents/given/consents/${given}`, { key: there.key });
  expect((await ask({ key: here.key })).neighbours.map(({ id }: { id: string }) => id)).toEqual(['near']);
});

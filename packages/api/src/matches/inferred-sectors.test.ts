import { expect, test } from 'vitest';
import { call, newHub } from '../../test/hub.ts';

test('an exclusion asks the text of a startup that names no sector, stored or not', async () => {
  const hub = await newHub();
  const consent = { matching: true };
  const put = (path: string, body: object) => call('PUT', `/v1/${path}`, { key: hub.key, body });
  const game = { name: 'Oyun', pitch: 'Köçəri tayfalar haqqında mobil strategiya oyunu hazırlayırıq.', consent };
  const mine = { name: 'Maden', pitch: 'Altun madeninde cevheri öğütmeden önce ayıran makine kuruyoruz.', consent };
  await put('startups/game', game);
  await put('startups/mine', mine);
  // Free text that the taxonomy does not have: its vector is stored behind those of the sentences.
  await put('startups/words', { ...game, sectors: ['köçərilər haqqında mobil oyunlar'] });
  const fund = { name: 'Fond', thesis: 'We back founders across the region.', excludedSectors: ['mining'], consent };
  await put('investors/fund', fund);

  const lists = [
    await call('GET', '/v1/investors/fund/matches', { key: hub.key }),
    await call('POST', '/v1/match', { key: hub.key, body: { kind: 'investor', profile: fund } }),
  ];
  for (const { json } of lists)
    expect(json.matches.map(({ id }: { id: string }) => id).sort()).toEqual(['game', 'words']);

  const adHoc = (profile: object) => call('POST', '/v1/match', { key: hub.key, body: { kind: 'startup', profile } });
  expect((await adHoc(game)).json.matches).toHaveLength(1);
  expect((await adHoc(mine)).json.matches).toHaveLength(0);
});

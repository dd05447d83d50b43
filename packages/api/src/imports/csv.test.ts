import { describe, expect, test } from 'vitest';
import { call } from '../../test/hub.ts';
import { csv, get, hub, importAll, newHubForEach, report } from '../../test/imports.ts';

newHubForEach();

describe('CSV', () => {
  const HEAD = 'id,name,pitch,raise/amount,raise/currency,languages,consent/matching';

  test('columns are fields by their name; lists, numbers, booleans, quoted line ends, CRLF, empty cells', async () => {
    const rows = [`\uFEFF${HEAD}`, 'a,A,"Su,\r\n""sulama""",300000,USD,kk | en,true', 'b,B,Toprak,,,,'];
    const done = await importAll(csv(rows.join('\r\n')));
    expect(done.rows).toMatchObject({ received: 2, imported: 2 });
    expect((await get('/v1/startups/a')).json.profile).toEqual({
      name: 'A',
      pitch: 'Su,\r\n"sulama"',
      raise: { amount: 300000, currency: 'USD' },
      languages: ['kk', 'en'],
      consent: { matching: true },
      status: 'active',
    });
    expect((await get('/v1/startups/b')).json.profile).toEqual({ name: 'B', pitch: 'Toprak', status: 'active' });
  });

  test('a mapping names the columns that are called otherwise, and those to leave out', async () => {
    const mapping = JSON.stringify({ No: 'id', Şirket: '/name', 'Ne yapıyor': '/pitch', Not: null });
    const done = await importAll(
      csv(
        'No;Şirket;Ne yapıyor;stage;Not\n1;A;Su;seed;gizli',
        `&delimiter=semicolon&mapping=${encodeURIComponent(mapping)}`,
      ),
    );
    expect(done.rows).toMatchObject({ imported: 1 });
    expect((await get('/v1/startups/1')).json.profile).toEqual({
      name: 'A',
      pitch: 'Su',
      stage: 'seed',
      status: 'active',
    });
  });

  test('bad rows are told by the line on which they begin', async () => {
    const rows = [HEAD, 'a,A,"Su\n\nsu",x,USD,,', 'b,B', 'c,5" C,Su,,,,', 'd,D,Su,,,,maybe', 'e,E,Su,1,USD,xx|kk,'];
    const done = await importAll(csv(rows.join('\n')));
    expect(done.rows).toMatchObject({ received: 5, imported: 0, failed: 5 });
    expect((await report(done.id)).map((i) => `${i.line} ${i.path} ${i.rule}`)).toEqual([
      '2 /raise/amount type',
      '5  columns',
      '6  csv',
      '7 /consent/matching type',
      '8 /languages/0 one_of',
    ]);
    const { text, headers } = await call('GET', `/v1/imports/${done.id}/report`, {
      key: hub.key,
      headers: { accept: 'text/csv' },
    });
    expect(headers.get('content-type')).toContain('text/csv');
    expect(text.split('\r\n').slice(0, 2)).toEqual([
      'line,level,path,rule,message',
      '2,error,/raise/amount,type,must be number',
    ]);
  });

  test.each([
    ['an unknown column', 'id,name,pich', ''],
    ['no id', 'name,pitch', ''],
    ['a field twice', 'id,name,name', ''],
    ['an object as a column', 'id,raise', ''],
    ['a mapping of a column that is not there', 'id,name', '&mapping={"Ad":"/name"}'],
    ['a mapping that is none', 'id,name', '&mapping=[1]'],
    ['a header that is not UTF-8', Uint8Array.from([0xff, 0xfe, 0x69]), ''],
    ['a header alone', 'id,name,pitch', ''],
  ])('%s refuses the upload and leaves nothing', async (_, header, query) => {
    expect(await csv(header, query)).toMatchObject({ status: 422, json: { code: 'invalid_request' } });
    expect((await get('/v1/imports')).json.items).toEqual([]);
  });
});

import { expect, test } from 'vitest';
import { type Evidence, judge, type Row } from './judge.ts';

const row = (id: string, more: Partial<Row> = {}): Row => ({
  id,
  email: 'a@b.example',
  occasion: '2027-03-20',
  state: 'sent',
  reason: null,
  ...more,
});
const mail = (id: string, more: Partial<Evidence['taken'][number]> = {}) => ({
  messageId: `<${id}@kopru.example>`,
  to: 'a@b.example',
  kills: 0,
  silent: false,
  ...more,
});
const EVIDENCE: Evidence = {
  due: new Map([['a@b.example', ['2027-03-20', '2027-03-21']]]),
  rows: [row('m1'), row('m2', { occasion: '2027-03-21' })],
  taken: [mail('m1'), mail('m2')],
  cutOff: new Set(['m1']),
  stopped: new Map(),
};

test('a digest on each day, taken once, is right', () => {
  expect(judge(EVIDENCE)).toEqual({
    ok: true,
    wrong: [],
    digests: 2,
    distinct: 2,
    states: { sent: 2 },
    repeated: { afterKill: 0, afterSilence: 0 },
  });
});

test('a repeat is right after a kill or a silence, and is counted', () => {
  const taken = [mail('m1'), mail('m1', { kills: 1, silent: true }), mail('m1', { kills: 1 }), mail('m2')];
  expect(judge({ ...EVIDENCE, taken })).toMatchObject({ ok: true, repeated: { afterKill: 1, afterSilence: 1 } });
});

test('what bounced gets nothing more, and is right', () => {
  const rows = [row('m1', { state: 'bounced', reason: '5.1.1' })];
  expect(judge({ ...EVIDENCE, rows, taken: [] }).ok).toBe(true);
});

test.each<[string, Partial<Evidence>]>([
  ['a day without a digest', { rows: [row('m1')], taken: [mail('m1')] }],
  ['a digest of a day that was not due', { due: new Map([['a@b.example', ['2027-03-20']]]) }],
  ['a digest that waits for ever', { rows: [row('m1', { state: 'due' }), row('m2', { occasion: '2027-03-21' })] }],
  ['one that is dead for no reason', { rows: [row('m1', { state: 'dead' }), row('m2', { occasion: '2027-03-21' })] }],
  ['a repeat over a kill that did not cut it off', { taken: [mail('m1'), mail('m2'), mail('m2', { kills: 1 })] }],
  ['a repeat that nothing excuses', { taken: [mail('m1'), mail('m1'), mail('m2')] }],
  ['one that never came', { taken: [mail('m1')] }],
  ['one that came to somebody else', { taken: [mail('m1', { to: 'c@b.example' }), mail('m2')] }],
  ['one that no row knows', { taken: [mail('m1'), mail('m2'), mail('m3')] }],
  ['one that came after a stop', { stopped: new Map([['a@b.example', 1]]) }],
])('%s is wrong', (_, more) => {
  expect(judge({ ...EVIDENCE, ...more }).ok).toBe(false);
});

import { expect, test } from 'vitest';
import { DAY, normal } from '../../test/profiles.ts';
import { startupInvestor } from '../pairings/startup-investor/index.ts';
import { dayOf } from './day.ts';
import { gate, passes } from './gate.ts';
import { costOfLimits } from './limits.ts';
import type { NormalProfile } from './normalise.ts';
import type { Gate, Pairing } from './pairing.ts';
import { whyNot } from './why-not.ts';

const message = { key: 'gate.not_eligible', evidence: {} } as const;

/** A gate that closes after the day on which the other tests ask. */
const closing: Gate<unknown> = {
  name: 'call',
  check: (_, day) => (day <= DAY ? { outcome: 'pass' } : { outcome: 'fail', message }),
  repairs: (_, day) => [[{ side: 'investor', path: '/stages', to: day, message }]],
};
const pairing: Pairing = {
  ...(startupInvestor as unknown as Pairing),
  gates: [closing],
  limits: { startup: [{ gate: 'call', path: '/stage', lift: (own: NormalProfile) => own }], investor: [] } as never,
};
const [startup, investor] = [normal('startup'), normal('investor')];
const AFTER = '2026-11-29';

test('a gate is asked of the day of the question', () => {
  const pair = { startup, investor };
  for (const [day, open] of [[DAY, true] as const, [AFTER, false] as const]) {
    expect(gate(pairing, pair, investor, day).eligible).toBe(open);
    expect(passes(pairing, pair, investor, day)).toBe(open);
    expect(costOfLimits(pairing, startup, [investor], undefined, day).eligible).toBe(open ? 1 : 0);
    const answer = whyNot(pairing, startup, investor, undefined, day);
    expect(answer.eligible).toBe(open);
    expect(answer.changes.map(({ to }) => to)).toEqual(open ? [] : [day]);
  }
});

test('the day of a time is the one in UTC', () => {
  expect(dayOf(new Date('2026-11-28T23:59:59.999Z'))).toBe(DAY);
  expect(dayOf(new Date('2026-11-29T03:00:00+05:00'))).toBe(DAY);
});

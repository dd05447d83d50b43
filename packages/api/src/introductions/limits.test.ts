import { beforeAll, describe, expect, test } from 'vitest';
import { bindings } from '../../test/bindings.ts';
import { newHub } from '../../test/hub.ts';
import { act, askFor, type Member, newMember } from '../../test/meeting.ts';
import { OPEN_AT_ONE_HUB, PAUSE_AFTER, REQUESTS_A_DAY } from './limits.ts';

const DAY = 86_400_000;

let hub: Member['hub'];
let founder: Member;
let funds: Member[];
beforeAll(async () => {
  hub = await newHub();
  founder = await newMember(hub, 'startup', 's');
  funds = [];
  for (let i = 0; i <= REQUESTS_A_DAY; i++) funds.push(await newMember(hub, 'investor', `f${i}`));
});

/** Moves all that happened so many days into the past. */
const later = (days: number) =>
  bindings.DB.prepare(
    `UPDATE introductions SET created_at = strftime('%Y-%m-%dT%H:%M:%fZ', created_at, ?1),
       decided_at = strftime('%Y-%m-%dT%H:%M:%fZ', decided_at, ?1)`,
  )
    .bind(`-${(days * DAY) / 1000} seconds`)
    .run();

describe('how often a profile may ask', () => {
  test('exactly so many are open at one hub, and so many in a day, however many come at once', async () => {
    const first = await Promise.all(funds.map((fund) => askFor(founder, fund)));
    const made = first.filter(({ status }) => status === 201);
    expect(made).toHaveLength(OPEN_AT_ONE_HUB);
    const refused = first.filter(({ status }) => status !== 201);
    expect(new Set(refused.map(({ json }) => json.code))).toEqual(new Set(['rate_limited']));
    const rest = funds.filter((_, i) => first[i]?.status !== 201);
    expect(await askFor(founder, rest[0]!)).toMatchObject({ status: 429, json: { code: 'rate_limited' } });

    for (const { json } of made) await act(json.id, 'withdraw', founder.viewer);
    let today = made.length;
    for (const fund of rest) {
      const { status, json } = await askFor(founder, fund);
      expect(status).toBe(today < REQUESTS_A_DAY ? 201 : 429);
      if (status === 201) {
        today++;
        await act(json.id, 'withdraw', founder.viewer);
      }
    }
    expect(today).toBe(REQUESTS_A_DAY);
    await later(1);
    expect((await askFor(founder, rest[0]!)).status).toBe(201);
  });
});

describe('the pause of a pair', () => {
  test.each(['decline', 'withdraw'] as const)(
    'after %s: for its days in both directions, in words that name nobody',
    async (action) => {
      const a = await newMember(hub, 'startup', `pause-${action}`);
      const b = await newMember(hub, 'investor', `pause-${action}`);
      const { json } = await askFor(a, b);
      await act(json.id, action, { key: hub.key });
      const days = PAUSE_AFTER[action === 'decline' ? 'declined' : 'withdrawn'];
      const refused = [await askFor(a, b), await askFor(b, a)];
      expect(refused.map(({ status }) => status)).toEqual([409, 409]);
      expect(refused[0]?.json.detail).toBe(refused[1]?.json.detail);
      expect(refused[0]?.text).not.toMatch(/decline|withdr/);
      await later(days - 0.01);
      expect((await askFor(a, b)).status).toBe(409);
      await later(0.02);
      expect((await askFor(b, a)).status).toBe(201);
    },
  );

  test('who is introduced is not introduced anew', async () => {
    const a = await newMember(hub, 'startup', 'met');
    const b = await newMember(hub, 'investor', 'met');
    const { json } = await askFor(a, b);
    await act(json.id, 'accept', b.viewer);
    await later(365);
    expect((await askFor(a, b)).status).toBe(409);
  });
});

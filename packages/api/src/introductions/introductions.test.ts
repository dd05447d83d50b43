import { introductionPageSchema, introductionSchema } from '@kopru/sdk/schema';
import { beforeAll, describe, expect, test } from 'vitest';
import { bindings } from '../../test/bindings.ts';
import { call, INVESTOR, newHub, STARTUP } from '../../test/hub.ts';
import { act, askFor, MESSAGE, type Member, newMember, SECRET_CONTACT, told } from '../../test/meeting.ts';
import { keyWith } from '../../test/viewer.ts';

let hub: Member['hub'];
let startup: Member;
let stranger: Member;
let other: Member['hub'];
let count = 0;
const investor = () => newMember(hub, 'investor', `fund-${++count}`);

beforeAll(async () => {
  hub = await newHub();
  other = await newHub();
  startup = await newMember(hub, 'startup', 's');
  stranger = await newMember(hub, 'startup', 'stranger');
});

const read = (id: string, options: object) => call('GET', `/v1/introductions/${id}`, options);
const list = (options: object, query = '') => call('GET', `/v1/introductions${query}`, options);

/** A new introduction and all who may try something with it. */
async function asked() {
  const fund = await investor();
  const startup = await newMember(hub, 'startup', `startup-${++count}`);
  const { status, json } = await askFor(startup, fund);
  expect(status).toBe(201);
  const who = {
    asker: startup.viewer,
    asked: fund.viewer,
    stranger: stranger.viewer,
    hub: { key: hub.key },
    otherHub: { key: other.key },
  };
  return { id: json.id as string, startup, fund, who };
}

describe('asking', () => {
  test('makes an introduction that both sides and their hub see, and nobody else', async () => {
    const { id, startup, fund, who } = await asked();
    for (const options of [who.asker, who.asked, who.hub]) {
      const { status, json } = await read(id, options);
      expect(status).toBe(200);
      expect(json).toMatchObject({
        state: 'requested',
        from: { kind: 'startup', id: startup.id, card: { name: STARTUP.name } },
        to: { kind: 'investor', id: fund.id, card: { name: INVESTOR.name } },
        message: MESSAGE,
        lang: 'tr',
        decidedAt: null,
      });
      expect(introductionSchema.strict().safeParse(json).error).toBeUndefined();
    }
    for (const options of [who.stranger, who.otherHub]) expect((await read(id, options)).status).toBe(404);
    for (const [options, query] of [
      [who.asker, '?box=sent'],
      [who.asked, '?box=received'],
      [who.hub, `?kind=investor&id=${fund.id}`],
    ] as const) {
      const { json } = await list(options, query);
      expect(json.items.map((item: { id: string }) => item.id)).toContain(id);
      expect(introductionPageSchema.safeParse(json).error).toBeUndefined();
    }
    for (const options of [who.stranger, who.otherHub]) expect((await list(options)).json.items).toEqual([]);
  });

  test('tells the hub once, in one event and one line of the log', async () => {
    const before = await told(hub.id);
    const { id, startup, fund } = await asked();
    const { events, audit } = await told(hub.id);
    expect(events.slice(before.events.length)).toEqual([
      {
        type: 'introduction.requested',
        introduction: id,
        state: 'requested',
        from: { kind: 'startup', id: startup.id },
        to: { kind: 'investor', id: fund.id },
        notify: [
          { kind: 'startup', id: startup.id },
          { kind: 'investor', id: fund.id },
        ],
      },
    ]);
    expect(audit.slice(before.audit.length)).toMatchObject([
      { action: 'introduction.requested', actor: { kind: 'viewer', profile: { kind: 'startup', id: startup.id } } },
    ]);
  });

  test('is for who may be shown alone: all others answer as one that does not exist', async () => {
    const paused = await newMember(hub, 'investor', 'paused', { status: 'paused' });
    const silent = await newMember(hub, 'investor', 'silent', { consent: { matching: false } });
    const foreign = await newMember(other, 'investor', 'foreign');
    const nobody = { ...paused, id: 'nobody' };
    for (const to of [paused, silent, nobody, { ...foreign, hub }]) {
      const { status, json } = await askFor(startup, to);
      expect([status, json.detail]).toEqual([404, `This hub has no investor "${to.id}".`]);
    }
    expect((await askFor(startup, foreign)).status).toBe(404);
  });

  test('needs a pairing, an own profile, and consent of the one who asks', async () => {
    const fund = await investor();
    expect(await askFor(startup, stranger)).toMatchObject({ status: 422, json: { issues: [{ path: '/to/kind' }] } });
    expect((await askFor(startup, fund, stranger.viewer)).status).toBe(404);
    expect((await askFor({ ...startup, id: 'nobody' }, fund, { key: hub.key })).status).toBe(404);
    const hidden = await newMember(hub, 'startup', 'hidden', { consent: { matching: false } });
    expect(await askFor(hidden, fund)).toMatchObject({ status: 409, json: { code: 'conflict' } });
  });

  test('a secret key needs the scope', async () => {
    const fund = await investor();
    const reader = { key: await keyWith(hub.id, ['introductions:read']) };
    expect((await askFor(startup, fund, reader)).status).toBe(403);
    const { json } = await askFor(startup, fund, { key: await keyWith(hub.id, ['introductions:write']) });
    expect((await read(json.id, reader)).status).toBe(200);
    expect((await act(json.id, 'accept', reader)).status).toBe(403);
  });

  test('again is a conflict while it is open, in either direction; with the same key it is the same', async () => {
    const fund = await investor();
    const options = { ...startup.viewer, headers: { ...startup.viewer.headers, 'idempotency-key': `k-${fund.id}` } };
    const first = await askFor(startup, fund, options);
    expect((await askFor(startup, fund, options)).json.id).toBe(first.json.id);
    await bindings.DB.prepare('DELETE FROM idempotency').run();
    expect(await askFor(startup, fund, options)).toMatchObject({ status: 201, json: { id: first.json.id } });
    expect((await askFor(startup, fund)).status).toBe(409);
    expect((await askFor(fund, startup)).status).toBe(409);
  });
});

describe('who may do what', () => {
  test.each([
    ['accept', { asker: 403, stranger: 404, otherHub: 404, asked: 200 }, 'accepted'],
    ['accept', { hub: 200 }, 'accepted'],
    ['decline', { asker: 403, stranger: 404, otherHub: 404, asked: 200 }, 'declined'],
    ['decline', { hub: 200 }, 'declined'],
    ['withdraw', { asked: 403, stranger: 404, otherHub: 404, asker: 200 }, 'withdrawn'],
    ['withdraw', { hub: 200 }, 'withdrawn'],
    ['approve', { asker: 403, asked: 403, stranger: 403, otherHub: 404, hub: 200 }, 'requested'],
    ['refuse', { asker: 403, asked: 403, stranger: 403, otherHub: 404, hub: 409 }, 'requested'],
  ] as const)('%s %o', async (action, tries, state) => {
    const { id, who } = await asked();
    for (const [name, status] of Object.entries(tries)) {
      const options = who[name as keyof typeof who];
      expect([name, (await act(id, action, options)).status]).toEqual([name, status]);
      expect((await read(id, who.hub)).json.state).toBe(status === 200 ? state : 'requested');
    }
  });

  test.each(['accept', 'decline', 'withdraw'])(
    'after %s the same again changes nothing, and all else is a conflict',
    async (done) => {
      const { id, who } = await asked();
      await act(id, done, who.hub);
      const before = await told(hub.id);
      for (const action of ['accept', 'decline', 'withdraw'])
        expect((await act(id, action, who.hub)).status).toBe(action === done ? 200 : 409);
      expect(await told(hub.id)).toEqual(before);
    },
  );
});

describe('what the answer shows', () => {
  test('no contact before both want it; then the contacts of both, on record before each answer', async () => {
    const { id, startup, fund, who } = await asked();
    const reveals = async () => (await told(hub.id)).audit.filter(({ action }) => action === 'contact.revealed').length;
    const before = await reveals();
    const texts = [
      ...(await Promise.all([who.asker, who.asked, who.hub].flatMap((o) => [read(id, o), list(o)]))),
      await act(id, 'accept', who.asked),
      await list(who.asker),
    ].map(({ text }) => text);
    expect(texts.join()).not.toContain(SECRET_CONTACT);
    expect(await reveals()).toBe(before);
    for (const [i, options] of [who.asker, who.asked, who.hub].entries()) {
      const { json, headers } = await read(id, options);
      expect(json).toMatchObject({
        state: 'accepted',
        from: { contact: { email: `${startup.id}@${SECRET_CONTACT}` } },
        to: { contact: { email: `${fund.id}@${SECRET_CONTACT}` } },
      });
      expect(headers.get('cache-control')).toBe('no-store');
      expect(await reveals()).toBe(before + i + 1);
    }
    expect((await read(id, who.stranger)).text).not.toContain(SECRET_CONTACT);
    expect(JSON.stringify(await told(hub.id))).not.toContain(SECRET_CONTACT);
  });

  test.each(['decline', 'withdraw'])('no contact after %s', async (action) => {
    const { id, who } = await asked();
    await act(id, action, who.hub);
    for (const options of [who.asker, who.asked, who.hub])
      expect((await read(id, options)).text).not.toContain(SECRET_CONTACT);
  });

  test('the contact goes when one of the two may no longer be shown', async () => {
    const { id, fund, who } = await asked();
    await act(id, 'accept', who.asked);
    await newMemberAgain(fund, { status: 'paused' });
    const { json, text } = await read(id, who.asker);
    expect(json.state).toBe('accepted');
    expect(text).not.toContain(SECRET_CONTACT);
  });

  test('the reason of a decline is for the asked side and its hub', async () => {
    const { id, who } = await asked();
    await act(id, 'decline', { ...who.asked, body: { reason: 'too_early' } });
    for (const options of [who.asked, who.hub]) expect((await read(id, options)).json.declineReason).toBe('too_early');
    for (const { text } of [await read(id, who.asker), await list(who.asker), await act(id, 'withdraw', who.asker)])
      expect(text).not.toMatch(/too_early|declineReason/);
    expect(JSON.stringify(await told(hub.id))).not.toContain('too_early');
  });

  test('an answer to a write, which may be kept, holds no message', async () => {
    const fund = await investor();
    const answer = await askFor(startup, fund);
    const accepted = await act(answer.json.id, 'accept', fund.viewer);
    expect(answer.text + accepted.text).not.toContain(MESSAGE);
  });
});

const newMemberAgain = ({ hub: { key }, kind, id }: Member, profile: object) =>
  call('PATCH', `/v1/${kind}s/${id}`, {
    key,
    body: profile,
    headers: { 'content-type': 'application/merge-patch+json' },
  });

describe('accepting after something changed', () => {
  test('an asking side that is paused or erased: withdrawn, and no contact', async () => {
    const late = await newMember(hub, 'startup', 'late');
    const fund = await investor();
    const { json } = await askFor(late, fund);
    await newMemberAgain(late, { status: 'paused' });
    expect(await act(json.id, 'accept', fund.viewer)).toMatchObject({ status: 409, json: { code: 'conflict' } });
    const { json: after, text } = await read(json.id, fund.viewer);
    expect(after.state).toBe('withdrawn');
    expect(text).not.toContain(SECRET_CONTACT);
  });

  test('an asked side that is paused: its own to change, and then it goes on', async () => {
    const { id, fund, who } = await asked();
    await newMemberAgain(fund, { status: 'paused' });
    expect((await act(id, 'accept', who.asked)).status).toBe(409);
    await newMemberAgain(fund, { status: 'active' });
    expect((await act(id, 'accept', who.asked)).status).toBe(200);
  });
});

describe('lists', () => {
  test('page by page, each once, newest first; by state and box', async () => {
    const own = await newHub();
    const lone = await newMember(own, 'startup', 'lone');
    const funds = [];
    for (let i = 0; i < 5; i++) funds.push(await newMember(own, 'investor', `f${i}`));
    for (const fund of funds) await askFor(lone, fund);
    const back = await newMember(own, 'investor', 'back');
    await askFor(back, lone);
    const seen: string[] = [];
    let cursor = '';
    do {
      const { json } = await list({ key: own.key }, `?limit=2${cursor && `&cursor=${cursor}`}`);
      seen.push(...json.items.map((item: { to: { id: string } }) => item.to.id));
      cursor = json.nextCursor ?? '';
    } while (cursor);
    expect(seen).toEqual(['lone', 'f4', 'f3', 'f2', 'f1', 'f0']);
    const first = (await list(lone.viewer, '?box=received')).json.items;
    expect(first.map((item: { from: { id: string } }) => item.from.id)).toEqual(['back']);
    await act(first[0].id, 'decline', lone.viewer);
    expect((await list(lone.viewer, '?state=declined')).json.items).toHaveLength(1);
    expect((await list(lone.viewer, '?state=requested')).json.items).toHaveLength(5);
    expect((await list(lone.viewer, '?kind=investor&id=f0')).status).toBe(404);
    expect((await list(lone.viewer, '?kind=investor')).status).toBe(422);
  });
});

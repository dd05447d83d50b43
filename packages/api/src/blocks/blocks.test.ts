import { blockPageSchema } from '@kopru/sdk/schema';
import { beforeAll, describe, expect, test } from 'vitest';
import { bindings } from '../../test/bindings.ts';
import { call, newHub } from '../../test/hub.ts';
import { act, askFor, type Member, newMember, newPartners, refTo, SECRET_CONTACT, told } from '../../test/meeting.ts';
import { expireIntroductions, remindIntroductions } from '../introductions/jobs.ts';

const DAY = 86_400_000;
const read = (id: string, options: object) => call('GET', `/v1/introductions/${id}`, options);
const inbox = async (options: object) => (await call('GET', '/v1/introductions?box=received', options)).json.items;
const block = (owner: Member, blocked: Member, options: object = owner.viewer) =>
  call('POST', '/v1/blocks', {
    body: { owner: { kind: owner.kind, id: owner.id }, blocked: refTo(blocked, owner) },
    ...options,
  });

describe.each(['within a hub', 'across hubs'])('%s', (where) => {
  let founder: Member;
  let fund: Member;
  let lone: Member;
  beforeAll(async () => {
    const [kz, az] = where === 'across hubs' ? await newPartners({ approveIntroductions: true }) : [await newHub()];
    founder = await newMember(kz, 'startup', 'founder');
    lone = await newMember(kz, 'startup', 'lone');
    fund = await newMember(az ?? kz, 'investor', 'fund');
  });

  test('a blocked side asks as before, is never answered, and cannot tell', async () => {
    const kept = await block(fund, founder);
    expect(kept).toMatchObject({ status: 201, json: { owner: { id: 'fund' }, blocked: refTo(founder, fund) } });
    expect(await block(fund, founder)).toMatchObject({ status: 200, json: kept.json });

    const told0 = (await told(fund.hub.id)).events.length;
    const sent = await askFor(founder, fund);
    const other = await askFor(lone, fund);
    const shape = ({ json, status }: typeof sent) => ({
      ...json,
      status,
      id: '',
      createdAt: '',
      expiresAt: '',
      from: '',
    });
    expect(shape(sent)).toEqual(shape(other));
    const { id } = sent.json;
    for (const options of [fund.viewer, ...(where === 'across hubs' ? [{ key: fund.hub.key }] : [])]) {
      expect((await read(id, options)).status).toBe(404);
      expect((await inbox(options)).map((item: { id: string }) => item.id)).not.toContain(id);
      for (const action of ['accept', 'decline']) expect((await act(id, action, options)).status).toBe(404);
    }
    const heard = (await told(fund.hub.id)).events.slice(told0).filter(({ introduction }) => introduction === id);
    expect(heard.flatMap(({ notify }) => notify)).toEqual(
      where === 'across hubs' ? [] : [{ kind: 'startup', id: 'founder' }],
    );

    const at = (days: number) => ({
      env: bindings,
      db: bindings.DB.withSession('first-primary'),
      now: new Date(Date.now() + days * DAY),
    });
    await remindIntroductions.run(at(22));
    expect(
      (await told(fund.hub.id)).events.filter((e) => e.introduction === id && e.type.endsWith('reminder')),
    ).toEqual([]);
    await expireIntroductions.run(at(31));
    expect((await read(id, founder.viewer)).json.state).toBe('expired');
    expect((await told(founder.hub.id)).events.filter((e) => e.introduction === id).at(-1)).toMatchObject({
      type: 'introduction.expired',
      notify: [{ kind: 'startup', id: 'founder' }],
    });
    expect((await askFor(founder, fund)).json.detail).toMatch(/^The two had an introduction lately/);
  });

  test('who blocks cannot ask the blocked one, until it lifts the block', async () => {
    const { json } = await call('GET', '/v1/blocks', fund.viewer);
    expect(blockPageSchema.safeParse(json).error).toBeUndefined();
    expect(json.items).toHaveLength(1);
    expect(await askFor(fund, founder)).toMatchObject({ status: 409 });
    expect((await call('DELETE', `/v1/blocks/${json.items[0].id}`, founder.viewer)).status).toBe(404);
    expect((await call('GET', '/v1/blocks', founder.viewer)).json.items).toEqual([]);
    expect((await call('DELETE', `/v1/blocks/${json.items[0].id}`, fund.viewer)).status).toBe(204);
    expect((await call('DELETE', `/v1/blocks/${json.items[0].id}`, fund.viewer)).status).toBe(404);
    expect((await askFor(fund, founder)).status).toBe(201);
  });

  test('a block takes what is open out of sight, and the contact out of what was accepted', async () => {
    const a = await newMember(founder.hub, 'startup', 'a');
    const b = await newMember(founder.hub, 'startup', 'b');
    const [open, accepted] = [(await askFor(a, fund)).json.id, (await askFor(b, fund)).json.id];
    await act(accepted, 'approve', { key: fund.hub.key });
    expect((await act(accepted, 'accept', fund.viewer)).status).toBe(200);
    expect((await read(accepted, b.viewer)).text).toContain(`fund@${SECRET_CONTACT}`);
    await block(fund, a);
    await block(fund, b);
    expect((await read(open, fund.viewer)).status).toBe(404);
    expect((await read(open, a.viewer)).json.state).toBe('requested');
    expect((await read(accepted, b.viewer)).json.state).toBe('accepted');
    expect((await read(accepted, b.viewer)).text).not.toContain(SECRET_CONTACT);
  });
});

describe('blocks', () => {
  test('are the owner’s and its hub’s alone, and of profiles that the owner can know', async () => {
    const [kz, az] = await newPartners();
    const founder = await newMember(kz, 'startup', 'founder');
    const fund = await newMember(az, 'investor', 'fund');
    expect((await block(fund, founder, founder.viewer)).status).toBe(404);
    expect((await block(fund, { ...founder, exchangeId: '~0000000000000000000000' })).status).toBe(404);
    await block(fund, founder);
    expect((await call('GET', '/v1/blocks', { key: az.key })).json.items).toHaveLength(1);
    expect((await call('GET', '/v1/blocks?kind=investor&id=other', { key: az.key })).json.items).toEqual([]);
    expect((await call('GET', '/v1/blocks', { key: kz.key })).json.items).toEqual([]);
  });

  test('of one whose kind it is never introduced to say nothing of whether there is such a profile', async () => {
    const hub = await newHub();
    const founder = await newMember(hub, 'startup', 'founder');
    const rival = await newMember(hub, 'startup', 'rival');
    for (const other of [rival, { ...rival, id: 'nobody' }])
      expect(await block(founder, other)).toMatchObject({ status: 422, json: { issues: [{ path: '/blocked/kind' }] } });
  });

  test('of one who asked and is no longer shown; and all go with either profile', async () => {
    const hub = await newHub();
    const founder = await newMember(hub, 'startup', 'founder');
    const fund = await newMember(hub, 'investor', 'fund');
    await askFor(founder, fund);
    await call('PATCH', '/v1/startups/founder', {
      key: hub.key,
      body: { status: 'paused' },
      headers: { 'content-type': 'application/merge-patch+json' },
    });
    expect((await block(fund, founder)).status).toBe(201);
    expect((await call('DELETE', '/v1/startups/founder', { key: hub.key })).status).toBe(204);
    expect((await call('GET', '/v1/blocks', fund.viewer)).json.items).toEqual([]);
  });
});

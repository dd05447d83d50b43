import { introductionSchema } from '@kopru/sdk/schema';
import { beforeAll, describe, expect, test } from 'vitest';
import { bindings } from '../../test/bindings.ts';
import { call, newHub } from '../../test/hub.ts';
import { act, askFor, MESSAGE, type Member, newMember, newPartners, SECRET_CONTACT, told } from '../../test/meeting.ts';
import { introductionExporter } from './exporter.ts';

const read = (id: string, options: object) => call('GET', `/v1/introductions/${id}`, options);
const list = (options: object, query = '') => call('GET', `/v1/introductions${query}`, options);

/** A founder in one hub and an investor in another, with ids that only their own hubs may see. */
async function pair(settings: object = {}): Promise<[Member, Member]> {
  const [kz, az] = await newPartners(settings);
  return [await newMember(kz, 'startup', 'kz-own-id'), await newMember(az, 'investor', 'az-own-id')];
}

const staff = ({ hub: { key } }: Member) => ({ key });

/** All that a hub and its member can read of an introduction, and all that they were told. */
const known = async (member: Member, id: string) =>
  JSON.stringify([
    ...(await Promise.all([staff(member), member.viewer].flatMap((o) => [read(id, o), list(o)]))).map(
      ({ text }) => text,
    ),
    await told(member.hub.id),
  ]);

describe('across hubs', () => {
  let founder: Member;
  let fund: Member;
  let id: string;
  beforeAll(async () => {
    [founder, fund] = await pair();
    const answer = await askFor(founder, fund);
    expect(answer.status).toBe(201);
    id = answer.json.id;
  });

  test('each side sees its own ids, and the other by exchange id and home', async () => {
    for (const options of [staff(founder), founder.viewer]) {
      const { json } = await read(id, options);
      expect(json).toMatchObject({
        state: 'requested',
        from: { kind: 'startup', id: 'kz-own-id' },
        to: { kind: 'investor', id: fund.exchangeId, home: { hub: fund.hub.id, country: 'AZ' } },
      });
      expect(introductionSchema.strict().safeParse(json).error).toBeUndefined();
    }
    for (const options of [staff(fund), fund.viewer])
      expect((await read(id, options)).json).toMatchObject({
        from: { kind: 'startup', id: founder.exchangeId, home: { hub: founder.hub.id, country: 'KZ' } },
        to: { kind: 'investor', id: 'az-own-id' },
        message: MESSAGE,
      });
  });

  test('a third hub, and members of the same id in other hubs, see nothing', async () => {
    const third = await newHub();
    const namesake = await newMember(third, 'investor', 'az-own-id');
    for (const options of [{ key: third.key }, namesake.viewer]) {
      expect((await read(id, options)).status).toBe(404);
      expect((await list(options)).json.items).toEqual([]);
      for (const action of ['accept', 'decline', 'withdraw']) expect((await act(id, action, options)).status).toBe(404);
    }
    expect((await askFor({ ...founder, hub: third, viewer: namesake.viewer }, fund, { key: third.key })).status).toBe(
      404,
    );
  });

  test('only the asked side accepts; then both read both contacts, on record in both hubs', async () => {
    const before = [await known(founder, id), await known(fund, id)].join();
    expect(before).not.toContain(SECRET_CONTACT);
    for (const options of [staff(founder), founder.viewer]) expect((await act(id, 'accept', options)).status).toBe(403);
    expect((await act(id, 'accept', fund.viewer)).status).toBe(200);

    expect((await read(id, founder.viewer)).json).toMatchObject({
      from: { contact: { email: `kz-own-id@${SECRET_CONTACT}` } },
      to: { id: fund.exchangeId, contact: { email: `az-own-id@${SECRET_CONTACT}` } },
    });
    const [own, others] = await Promise.all([founder, fund].map(({ hub }) => told(hub.id)));
    expect(own?.audit.at(-1)).toMatchObject({
      action: 'contact.revealed',
      actor: { kind: 'viewer', profile: { kind: 'startup', id: 'kz-own-id' } },
      details: { from: { id: 'kz-own-id' }, to: { id: fund.exchangeId, hub: fund.hub.id } },
    });
    expect(others?.audit.at(-1)).toEqual({
      action: 'contact.revealed',
      actor: { kind: 'hub', id: founder.hub.id },
      details: {
        from: { kind: 'startup', id: founder.exchangeId, hub: founder.hub.id },
        to: { kind: 'investor', id: 'az-own-id' },
      },
    });
    expect((await read(id, fund.viewer)).text).toContain(`kz-own-id@${SECRET_CONTACT}`);
  });

  test('each hub and each member takes its own half along in an export', async () => {
    for (const [own, other] of [
      [founder, fund],
      [fund, founder],
    ] as const) {
      const page = await introductionExporter.page(bindings.DB, own.hub.id, undefined, 10);
      const rows = await introductionExporter.ofProfile?.(bindings.DB, own.hub.id, own.kind, own.id);
      expect(page).toMatchObject([{ key: id, data: { id, state: 'accepted', message: MESSAGE } }]);
      expect(rows).toMatchObject([{ id, message: MESSAGE }]);
      for (const text of [JSON.stringify(page), JSON.stringify(rows)]) {
        expect(text).toContain(other.exchangeId);
        expect(text).not.toContain(other.id);
        expect(text).not.toContain(SECRET_CONTACT);
      }
    }
  });

  test('no hub was told the true id of the other side’s profile, but as part of its contact', async () => {
    const strip = (text: string) => text.replaceAll(/[\w-]+@contact\.example/g, '');
    expect(strip(await known(founder, id))).not.toContain('az-own-id');
    expect(strip(await known(fund, id))).not.toContain('kz-own-id');
    const { events } = await told(fund.hub.id);
    expect(events.map(({ type, notify }) => [type, notify])).toEqual([
      ['introduction.requested', [{ kind: 'investor', id: 'az-own-id' }]],
      ['introduction.accepted', [{ kind: 'investor', id: 'az-own-id' }]],
    ]);
  });
});

describe('who is not in the exchange for the other hub', () => {
  const withdraw = ({ hub, id }: Member) =>
    bindings.DB.prepare('UPDATE consents SET withdrawn_at = ? WHERE hub_id = ? AND profile_id = ?')
      .bind('2026-06-01T00:00:00.000Z', hub.id, id)
      .run();

  test('cannot be asked, and does not exist', async () => {
    const [founder, fund] = await pair();
    await withdraw(fund);
    const gone = await askFor(founder, fund);
    const never = await askFor(founder, { ...fund, exchangeId: '~0000000000000000000000' });
    expect([gone.status, never.status]).toEqual([404, 404]);
    expect(gone.json.detail.replace(fund.exchangeId, '')).toBe(
      never.json.detail.replace('~0000000000000000000000', ''),
    );
  });

  test('cannot ask', async () => {
    const [founder, fund] = await pair();
    await withdraw(founder);
    expect((await askFor(founder, fund)).status).toBe(409);
  });

  test('consent withdrawn, agreement ended: an open one is withdrawn when it would be accepted, an accepted one shows no contact', async () => {
    const [founder, fund] = await pair();
    const second = await newMember(founder.hub, 'startup', 'second');
    const { json: open } = await askFor(founder, fund);
    const { json: accepted } = await askFor(second, fund);
    await act(accepted.id, 'accept', fund.viewer);
    await withdraw(founder);
    expect((await act(open.id, 'accept', fund.viewer)).status).toBe(409);
    expect((await read(open.id, founder.viewer)).json.state).toBe('withdrawn');
    expect((await read(accepted.id, fund.viewer)).text).toContain(`second@${SECRET_CONTACT}`);
    await bindings.DB.prepare('UPDATE agreements SET ended_at = ? WHERE proposer = ?')
      .bind('2026-06-01T00:00:00.000Z', founder.hub.id)
      .run();
    for (const options of [second.viewer, fund.viewer, staff(fund), staff(second)]) {
      const { json, text } = await read(accepted.id, options);
      expect(json.state).toBe('accepted');
      expect(text).not.toContain(SECRET_CONTACT);
    }
  });
});

describe('a hub that has a say', () => {
  test('sees the request before its member does, who sees it once the hub lets it through', async () => {
    const [founder, fund] = await pair({ approveIntroductions: true });
    const { json: sent } = await askFor(founder, fund);
    const { id } = sent;
    expect(sent.state).toBe('requested');
    expect((await read(id, staff(fund))).json.state).toBe('awaiting_approval');
    expect((await read(id, fund.viewer)).status).toBe(404);
    expect((await list(fund.viewer)).json.items).toEqual([]);
    expect((await act(id, 'accept', fund.viewer)).status).toBe(404);
    expect((await act(id, 'accept', staff(fund))).status).toBe(403);
    for (const options of [founder.viewer, staff(founder)])
      expect((await act(id, 'approve', options)).status).toBe(403);
    expect((await list(staff(founder), '?state=requested')).json.items).toHaveLength(1);
    expect((await list(staff(founder), '?state=awaiting_approval')).json.items).toHaveLength(0);
    expect((await list(staff(fund), '?state=awaiting_approval')).json.items).toHaveLength(1);

    expect((await act(id, 'approve', staff(fund))).status).toBe(200);
    expect((await read(id, fund.viewer)).json.state).toBe('requested');
    expect((await act(id, 'accept', fund.viewer)).status).toBe(200);
    expect((await told(fund.hub.id)).events.map(({ type, state, notify }) => [type, state, notify.length])).toEqual([
      ['introduction.requested', 'awaiting_approval', 0],
      ['introduction.approved', 'requested', 1],
      ['introduction.accepted', 'accepted', 1],
    ]);
  });

  test('the asking side cannot tell its refusal from a decline, nor that it has a say', async () => {
    const seen = async (approveIntroductions: boolean) => {
      const [founder, fund] = await pair({ approveIntroductions });
      const { json } = await askFor(founder, fund);
      if (approveIntroductions) await act(json.id, 'refuse', staff(fund));
      else await act(json.id, 'decline', { ...fund.viewer, body: { reason: 'not_a_fit' } });
      expect((await read(json.id, fund.viewer)).status).toBe(approveIntroductions ? 404 : 200);
      return (await known(founder, json.id))
        .replaceAll(json.id, 'ID')
        .replaceAll(fund.exchangeId, 'FUND')
        .replaceAll(fund.hub.id, 'AZ')
        .replaceAll(founder.hub.id, 'KZ')
        .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME')
        .replaceAll(/key_\w+/g, 'KEY');
    };
    expect(await seen(true)).toBe(await seen(false));
  });

  test('has none within its own hub', async () => {
    const [founder] = await pair({ approveIntroductions: true });
    const near = await newMember(founder.hub, 'investor', 'near');
    const { json } = await askFor(founder, near);
    expect((await read(json.id, near.viewer)).json.state).toBe('requested');
  });
});

import { introductionSchema } from '@kopru/sdk/schema';
import { beforeEach, describe, expect, test } from 'vitest';
import { bindings } from '../../test/bindings.ts';
import { call, newHub } from '../../test/hub.ts';
import { act, askFor, type Member, newMember, newPartners, refTo, told } from '../../test/meeting.ts';
import { introductionExporter } from './exporter.ts';

const MEETING = { at: '2027-03-01T10:00:00+05:00', place: 'Astana Hub, 2-зал', url: 'https://meet.example/x' };
const path = (id: string) => `/v1/introductions/${id}/meeting`;
const set = (id: string, options: object, body: object = MEETING) => call('PUT', path(id), { body, ...options });
const cancel = (id: string, options: object) => call('DELETE', path(id), options);
const read = async (id: string, { viewer }: Member) => (await call('GET', `/v1/introductions/${id}`, viewer)).json;

async function calendarOf({ hub, kind, id }: Member): Promise<() => Promise<string>> {
  const { json } = await call('POST', '/v1/feeds', { key: hub.key, body: { kind, id, locale: 'en' } });
  const { pathname } = new URL(json.urls.calendar);
  // Unfolded, as a program reads it.
  return async () => (await call('GET', pathname)).text.replaceAll('\r\n ', '');
}

describe('the meeting of an introduction', () => {
  let founder: Member;
  let fund: Member;
  let id: string;
  beforeEach(async () => {
    const [kz, az] = await newPartners();
    founder = await newMember(kz, 'startup', 'kz-own-id');
    fund = await newMember(az, 'investor', 'az-own-id');
    id = (await askFor(founder, fund)).json.id;
  });
  const accept = () => act(id, 'accept', fund.viewer);

  test('is set by either side once it is accepted, and read by both', async () => {
    expect((await set(id, founder.viewer)).json.code).toBe('conflict');
    await accept();
    expect((await read(id, founder)).meeting).toBeNull();
    expect((await set(id, founder.viewer)).status).toBe(200);
    const meeting = { at: '2027-03-01T05:00:00.000Z', minutes: 30, place: MEETING.place, url: MEETING.url };
    for (const side of [founder, fund]) {
      const seen = await read(id, side);
      expect(seen.meeting).toEqual(meeting);
      expect(introductionSchema.strict().safeParse(seen).error).toBeUndefined();
      const rows = await introductionExporter.ofProfile?.(bindings.DB, side.hub.id, side.kind, side.id);
      expect(rows).toMatchObject([{ meeting }]);
    }
    expect((await set(id, { key: fund.hub.key }, { at: '2027-03-02T05:00:00Z', minutes: 60 })).status).toBe(200);
    expect((await read(id, founder)).meeting).toEqual({ at: '2027-03-02T05:00:00.000Z', minutes: 60 });
  });

  test('is called off by either side, as often as it is asked', async () => {
    await accept();
    await set(id, founder.viewer);
    for (const _ of [1, 2]) expect((await cancel(id, fund.viewer)).status).toBe(200);
    expect((await read(id, founder)).meeting).toBeNull();
    const row = await bindings.DB.prepare('SELECT * FROM introductions WHERE id = ?').bind(id).first();
    expect(row).toMatchObject({ meeting_place: null, meeting_url: null, meeting_off: 1, meeting_changes: 2 });
  });

  test('is recorded in both hubs, once a change, without place and address', async () => {
    await accept();
    const keyed = { ...founder.viewer, headers: { ...founder.viewer.headers, 'idempotency-key': `set-${id}` } };
    await set(id, keyed);
    await set(id, founder.viewer);
    await cancel(id, fund.viewer);
    for (const side of [founder, fund]) {
      const { audit } = await told(side.hub.id);
      const meetings = audit.filter(({ action }) => action.startsWith('introduction.meeting'));
      expect(meetings.map(({ action }) => action)).toEqual([
        'introduction.meeting_set',
        'introduction.meeting_cancelled',
      ]);
      expect(JSON.stringify(audit)).not.toMatch(/meet\.example|зал/);
    }
    const kept = await bindings.DB.prepare('SELECT body FROM idempotency WHERE key = ?').bind(`set-${id}`).all();
    expect(kept.results).toHaveLength(1);
    expect(JSON.stringify(kept.results)).not.toMatch(/meet\.example|зал/);
  });

  test('is nothing to strangers, and takes no address but https', async () => {
    await accept();
    const third = await newHub();
    const namesake = await newMember(third, 'startup', 'kz-own-id');
    for (const options of [{ key: third.key }, namesake.viewer]) {
      expect((await set(id, options)).status).toBe(404);
      expect((await cancel(id, options)).status).toBe(404);
    }
    for (const wrong of [{ url: 'javascript:alert(1)' }, { at: 'tomorrow' }, { minutes: 1 }, { place: '' }])
      expect((await set(id, founder.viewer, { ...MEETING, ...wrong })).status).toBe(422);
  });

  test('stands in the calendars of both, with one uid and the other’s name', async () => {
    const [mine, theirs] = [await calendarOf(founder), await calendarOf(fund)];
    await accept();
    expect(await mine()).not.toContain('BEGIN:VEVENT');
    await set(id, founder.viewer);
    for (const text of [await mine(), await theirs()]) {
      expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1);
      for (const line of [
        `UID:${id}@local.kopru`,
        'SEQUENCE:1',
        'STATUS:CONFIRMED',
        'DTSTART:20270301T050000Z',
        'DTEND:20270301T053000Z',
        'LOCATION:Astana Hub\\, 2-зал',
        'URL:https://meet.example/x',
      ])
        expect(text.split('\r\n')).toContain(line);
      expect(text).toMatch(/SUMMARY:(Топырақ – Muğan Fondu|Muğan Fondu – Топырақ)\r\n/);
      expect(text).not.toMatch(/own-id|contact\.example/);
    }
    await cancel(id, founder.viewer);
    for (const text of [await mine(), await theirs()]) {
      expect(text).toContain('STATUS:CANCELLED');
      expect(text).toContain('SEQUENCE:2');
      expect(text).not.toMatch(/зал|meet\.example/);
    }
    await set(id, fund.viewer);
    expect(await mine()).toContain('SEQUENCE:3');
  });

  test('is cancelled without a name in the calendar of who may no longer be shown the other', async () => {
    const mine = await calendarOf(founder);
    await accept();
    await set(id, founder.viewer);
    expect(await mine()).toContain('Muğan Fondu');
    await bindings.DB.batch([
      bindings.DB.prepare("UPDATE consents SET withdrawn_at = '2026-11-01' WHERE hub_id = ?").bind(fund.hub.id),
      bindings.DB.prepare('UPDATE hubs SET sequence = sequence + 1 WHERE id = ?').bind(fund.hub.id),
    ]);
    const hidden = await mine();
    expect(hidden).toContain('STATUS:CANCELLED');
    expect(hidden).not.toMatch(/Muğan|зал|meet\.example/);
  });

  test('is cancelled between two of whom one blocks the other', async () => {
    const mine = await calendarOf(founder);
    await accept();
    await set(id, founder.viewer);
    const body = { owner: { kind: fund.kind, id: fund.id }, blocked: refTo(founder, fund) };
    expect((await call('POST', '/v1/blocks', { key: fund.hub.key, body })).status).toBe(201);
    expect(await mine()).toContain('STATUS:CANCELLED');
  });
});

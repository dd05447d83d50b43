import { beforeAll, describe, expect, test } from 'vitest';
import { bindings } from '../../test/bindings.ts';
import { call } from '../../test/hub.ts';
import { act, askFor, type Member, newMember, newPartners, SECRET_CONTACT, told } from '../../test/meeting.ts';
import { findHub } from '../hubs/store.ts';
import type { Job } from '../jobs/job.ts';
import { expireIntroductions, remindIntroductions } from './jobs.ts';
import { retainIntroductions } from './store.ts';

const DAY = 86_400_000;
const run = (job: Job, days: number) =>
  job.run({ env: bindings, db: bindings.DB.withSession('first-primary'), now: new Date(Date.now() + days * DAY) });
const read = (id: string, options: object) => call('GET', `/v1/introductions/${id}`, options);
const types = async (hub: Member['hub'], type: string) =>
  (await told(hub.id)).events.filter((event) => event.type === `introduction.${type}`);

let kz: Member['hub'];
let az: Member['hub'];
let founder: Member;
let fund: Member;
beforeAll(async () => {
  [kz, az] = await newPartners();
  founder = await newMember(kz, 'startup', 'kz');
  fund = await newMember(az, 'investor', 'az');
});

describe('time', () => {
  test('reminds the asked side after 7 and 21 days, once each, and lets it expire after 30', async () => {
    const { id } = (await askFor(founder, fund)).json;
    await run(remindIntroductions, 6.9);
    expect(await types(az, 'reminder')).toHaveLength(0);
    await run(remindIntroductions, 7.1);
    await Promise.all([run(remindIntroductions, 8), run(remindIntroductions, 8)]);
    expect(await types(az, 'reminder')).toMatchObject([
      { introduction: id, state: 'requested', notify: [{ kind: 'investor', id: 'az' }] },
    ]);
    await Promise.all([run(remindIntroductions, 21.1), run(remindIntroductions, 21.1)]);
    await run(remindIntroductions, 29);
    expect(await types(az, 'reminder')).toHaveLength(2);
    expect(await types(kz, 'reminder')).toHaveLength(0);

    await run(expireIntroductions, 29.9);
    expect((await read(id, founder.viewer)).json.state).toBe('requested');
    await Promise.all([run(expireIntroductions, 30.1), run(expireIntroductions, 30.1)]);
    for (const options of [founder.viewer, fund.viewer]) {
      const { json, text } = await read(id, options);
      expect(json.state).toBe('expired');
      expect(text).not.toContain(SECRET_CONTACT);
    }
    for (const hub of [kz, az]) {
      expect(await types(hub, 'expired')).toHaveLength(1);
      expect((await told(hub.id)).audit.at(-1)).toMatchObject({
        action: 'introduction.expired',
        actor: { kind: 'job', id: 'expire-introductions' },
      });
    }
    expect((await act(id, 'accept', fund.viewer)).status).toBe(409);
  });

  test('who missed the first reminder gets the second alone', async () => {
    const late = await newMember(kz, 'startup', 'late');
    const { id } = (await askFor(late, fund)).json;
    await run(remindIntroductions, 25);
    await run(remindIntroductions, 26);
    expect((await types(az, 'reminder')).filter(({ introduction }) => introduction === id)).toHaveLength(1);
  });

  test('what is decided is forgotten when the first of both hubs no longer keeps it', async () => {
    const old = await newMember(kz, 'startup', 'old');
    const { id } = (await askFor(old, fund)).json;
    await act(id, 'decline', fund.viewer);
    const hub = (await findHub(bindings.DB, az.id))!;
    const settings = { ...hub.settings, retention: { ...hub.settings.retention, introductionDays: 30 } };
    const retain = (days: number) =>
      retainIntroductions(bindings.DB, { ...hub, settings }, new Date(Date.now() + days * DAY));
    await retain(29);
    expect((await read(id, old.viewer)).status).toBe(200);
    expect(await retain(31)).toBe(false);
    expect((await read(id, old.viewer)).status).toBe(404);
    expect((await read(id, fund.viewer)).status).toBe(404);
  });
});

describe('erasure', () => {
  test('of one side takes the introduction from both, and tells the other of an open one', async () => {
    const gone = await newMember(kz, 'startup', 'gone');
    const { id } = (await askFor(gone, fund)).json;
    expect((await call('DELETE', '/v1/startups/gone', gone.viewer)).status).toBe(204);
    expect((await read(id, fund.viewer)).status).toBe(404);
    expect(await bindings.DB.prepare('SELECT count(*) AS n FROM introductions WHERE id = ?').bind(id).first('n')).toBe(
      0,
    );
    expect((await types(az, 'withdrawn')).at(-1)).toEqual({
      type: 'introduction.withdrawn',
      introduction: id,
      state: 'withdrawn',
      notify: [{ kind: 'investor', id: 'az' }],
    });
    expect(await types(kz, 'withdrawn')).toHaveLength(0);
  });
});

import type { Locale } from '@kopru/sdk/strings';
import { beforeEach, describe, expect, test } from 'vitest';
import { bindings } from '../../../test/bindings.ts';
import { consent, partners, putCheap } from '../../../test/exchange.ts';
import { call, STARTUP } from '../../../test/hub.ts';
import { FITS } from '../../../test/listening.ts';
import { answerLink, FUND, headingOf, logged, mailed, market, send, visit } from '../../../test/mail-pages.ts';
import { PAGE_WORDS } from './strings/index.ts';

const { answer: own, problems } = PAGE_WORDS.en;

let hub: { id: string; key: string };
let told: Awaited<ReturnType<typeof mailed>>;
const begin = async (locale: Locale = 'en') => {
  hub = await market();
  told = await mailed(hub, { locale });
};
beforeEach(() => begin());

/** What the mail remembers, and what the weights learn from. */
async function given() {
  const [mail, feedback] = await Promise.all([
    bindings.DB.prepare('SELECT answer, answered_at FROM mailed_matches WHERE subscription_id = ?')
      .bind(told.subscription.id)
      .first<{ answer: string; answered_at: string }>(),
    bindings.DB.prepare('SELECT subject_id, candidate_id, answer, reason, position FROM feedback WHERE hub_id = ?')
      .bind(hub.id)
      .all(),
  ]);
  return { answer: mail?.answer, answeredAt: mail?.answered_at, feedback: feedback.results };
}

const introductions = async () =>
  (await call('GET', '/v1/introductions', { key: hub.key })).json.items as { id: string }[];

describe('a match is', () => {
  test('named on the page, with what its owner shows, and no more', async () => {
    await putCheap(hub.id, 'startup', 'a', { ...STARTUP, name: '<b>Topraq</b>', private: ['raise'] });
    const { text } = await visit(await answerLink(told, 'saved'));
    expect(headingOf(text)).toBe('Save &lt;b&gt;Topraq&lt;/b&gt;?');
    expect(text).toContain('Kazakhstan');
    expect(text).toContain('зондтар');
    expect(text).not.toMatch(/USD|gizli/);
  });

  test('saved', async () => {
    const page = await send(await answerLink(told, 'saved'));
    expect(headingOf(page.text)).toBe(own.done.saved('Topraq'));
    expect(await given()).toMatchObject({
      answer: 'saved',
      feedback: [{ subject_id: 'fund', candidate_id: 'a', answer: 'saved', reason: null, position: 1 }],
    });
    expect(await logged(hub)).toEqual(['feedback.given']);
  });

  test('passed over, with a reason or none', async () => {
    const path = await answerLink(told, 'passed');
    const { text } = await visit(path);
    for (const reason of Object.values(own.reasons)) expect(text).toContain(`>${reason}</option>`);
    await send(path, { reason: 'too_far' });
    expect((await given()).feedback).toMatchObject([{ answer: 'passed', reason: 'too_far' }]);
    await begin();
    await send(await answerLink(told, 'passed'), { reason: 'none of these' });
    expect((await given()).feedback).toMatchObject([{ answer: 'passed', reason: null }]);
  });

  test('saved, then passed over: the last answer stands', async () => {
    await send(await answerLink(told, 'saved'));
    await send(await answerLink(told, 'passed'));
    const { answer, feedback } = await given();
    expect([answer, feedback.map((row) => row.answer).sort()]).toEqual(['passed', ['passed', 'seen']]);
  });

  test('asked to meet, in the words of the reader or in those that are suggested', async () => {
    const path = await answerLink(told, 'requested');
    const suggestion = own.suggestion('Muğan Fondu');
    expect((await visit(path)).text).toContain(suggestion);
    const page = await send(path, { message: 'Salam,\r\ntanış olaq.' });
    expect([page.status, headingOf(page.text)]).toEqual([200, own.done.requested('Topraq')]);
    const [asked] = await introductions();
    const message = async (id = '') => (await call('GET', `/v1/introductions/${id}`, { key: hub.key })).json;
    expect(await message(asked?.id)).toMatchObject({ from: FUND, message: 'Salam,\ntanış olaq.', lang: null });
    expect((await given()).answer).toBe('requested');
    await begin('az');
    await send(await answerLink(told, 'requested'), { message: ' ' });
    const [suggested] = await introductions();
    const words = PAGE_WORDS.az.answer.suggestion('Muğan Fondu');
    expect(await message(suggested?.id)).toMatchObject({ message: words, lang: 'az' });
  });

  test('not asked with a message that is no message or too long, and what was written is kept', async () => {
    const path = await answerLink(told, 'requested');
    for (const message of ['…', `${'ұ'.repeat(2000)}<`]) {
      const page = await send(path, { message });
      expect(page.status).toBe(422);
      expect(page.text).toContain(own.tooLong(2000));
      expect(page.text).toContain(message.replace('<', '&lt;'));
    }
    expect(await introductions()).toEqual([]);
  });

  test('asked once, whatever the second click says', async () => {
    const path = await answerLink(told, 'requested');
    await send(path, { message: 'Salam' });
    // As after a crash before the mail was marked.
    await bindings.DB.prepare('UPDATE mailed_matches SET answer = NULL').run();
    expect((await send(path, { message: 'Hello' })).status).toBe(200);
    expect(await introductions()).toHaveLength(1);
    const later = await send(await answerLink(told, 'passed'));
    expect(headingOf(later.text)).toBe(own.done.requested('Topraq'));
    expect((await given()).answer).toBe('requested');
  });
});

test('a match of another hub is answered by the id under which this one knows it, while its card is shared', async () => {
  const [home, away] = await partners();
  await putCheap(home.id, 'startup', 'far', { ...STARTUP, name: 'Far' });
  const shared = await consent(home, 'startup', 'far', { releaseText: false });
  await putCheap(away.id, 'investor', 'fund', FITS);
  hub = away;
  told = await mailed(away);
  const row = await bindings.DB.prepare('SELECT id FROM mailed_matches WHERE subscription_id = ?')
    .bind(told.subscription.id)
    .first<{ id: string }>();
  const id = row?.id ?? '';
  expect(id).toMatch(/^~/);
  const { text } = await visit(await answerLink(told, 'saved', { id }));
  expect(headingOf(text)).toBe(own.ask.saved('Far'));
  expect(text).not.toContain('зондтар');
  await send(await answerLink(told, 'saved', { id }));
  expect(await given()).toMatchObject({ answer: 'saved', feedback: [{ candidate_id: id }] });
  const ask = await answerLink(told, 'requested', { id });
  // The fund is not shown to the other hub before it consents to that.
  expect((await send(ask)).status).toBe(409);
  await consent(away, 'investor', 'fund');
  expect((await send(ask)).status).toBe(200);
  expect(await introductions()).toMatchObject([{ to: { id, home: { hub: home.id } } }]);
  await call('DELETE', `/v1/startups/far/consents/${shared}`, { key: home.key });
  expect((await visit(await answerLink(told, 'passed', { id }))).status).toBe(410);
});

describe('a match is not answered', () => {
  test.each([
    ['withdrawn', () => putCheap(hub.id, 'startup', 'a', { ...STARTUP, consent: { matching: false } })],
    ['erased', () => call('DELETE', '/v1/startups/a', { key: hub.key })],
    [
      'blocked',
      () => call('POST', '/v1/blocks', { key: hub.key, body: { owner: FUND, blocked: { kind: 'startup', id: 'a' } } }),
    ],
  ])('once it was %s', async (_, happen) => {
    const links = await Promise.all((['saved', 'passed', 'requested'] as const).map((one) => answerLink(told, one)));
    await happen();
    for (const path of links)
      for (const page of [await visit(path), await send(path)]) {
        expect([page.status, headingOf(page.text)]).toEqual([410, problems.matchGone.title]);
        expect(page.text).not.toContain('Topraq');
      }
  });

  test('by a link to one that this subscriber was never mailed', async () => {
    await putCheap(hub.id, 'startup', 'b', STARTUP);
    expect((await send(await answerLink(told, 'saved', { id: 'b' }))).status).toBe(410);
  });

  test('with a second request of the same two', async () => {
    const body = { from: FUND, to: { kind: 'startup', id: 'a' }, message: 'Salam', lang: 'az' };
    await call('POST', '/v1/introductions', { key: hub.key, body });
    const page = await send(await answerLink(told, 'requested'));
    expect([page.status, headingOf(page.text)]).toEqual([409, problems.notNow.title]);
    expect((await given()).answer).toBeNull();
  });
});

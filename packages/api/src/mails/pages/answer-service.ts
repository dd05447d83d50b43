import type { PassReason } from '@kopru/sdk/engine';
import type { IntroductionView, Kind } from '@kopru/sdk/schema';
import { ApiError } from '../../errors.ts';
import { giveFeedback } from '../../feedback/service.ts';
import { ask } from '../../introductions/ask.ts';
import { ring } from '../../jobs/doorbell.ts';
import { loadEmbedder } from '../../lib/embedder.ts';
import { sha256 } from '../../lib/sha256.ts';
import { readCards } from '../../matches/card.ts';
import { missing, subjectOf } from '../../matches/subject.ts';
import { openSearch } from '../../vectorize/search.ts';
import { readBlocked } from '../digest/store.ts';
import { actorOf, type Opened, words } from './purpose.ts';
import { type MailedAnswer, markAnswered, readMailed } from './store.ts';

/** A match that a link answers. */
export interface Match {
  readonly kind: Kind;
  readonly id: string;
  /** What the link says to it. */
  readonly answer: MailedAnswer;
  /** What was answered before. */
  readonly given: MailedAnswer | null;
  readonly position: number;
  readonly card: NonNullable<IntroductionView['from']['card']>;
}

/** The match of a link, as the owner of the profile may be shown it right now; or why there is none. */
export async function matchOf({ db, hub, subscription, link }: Opened): Promise<Match | 'inactive' | 'matchGone'> {
  if (subscription.state !== 'confirmed') return 'inactive';
  const { kind, id, answer } = link;
  if (!kind || !id || !answer) return 'matchGone';
  const subject = { kind: subscription.kind, id: subscription.profile_id };
  const [mailed, cardOf, blocked] = await Promise.all([
    readMailed(db, subscription, { kind, id }),
    readCards(db, hub, [{ kind, id }], { side: subscription.kind }),
    readBlocked(db, hub.id, subject),
  ]);
  const card = cardOf({ kind, id })?.card as Match['card'] | undefined;
  if (!mailed || !card || blocked.has(`${kind} ${id}`)) return 'matchGone';
  return { kind, id, answer, given: mailed.answer, position: mailed.position, card };
}

/** What the reader adds to an answer. */
interface Added {
  /** None: the suggested one. */
  readonly message: string | undefined;
  readonly reason: PassReason | undefined;
}

/**
 * Gives an answer as the owner of the profile, by the services of the API, and remembers it with the mail. When it
 * is cut off in between, sent again it finds what was done.
 *
 * @throws {ApiError} as `ask` and `giveFeedback`.
 */
export async function doAnswer(opened: Opened, match: Match, added: Added): Promise<void> {
  const { db, subscription, now, env, defer } = opened;
  await (match.answer === 'requested' ? request(opened, match, added) : opine(opened, match, match.answer, added));
  await markAnswered(db, subscription, match, match.answer, now).run();
  if (match.answer === 'requested') defer(Promise.all([ring(env, 'deliver-webhooks'), ring(env, 'deliver-mails')]));
}

async function request(opened: Opened, { kind, id }: Match, { message }: Added): Promise<void> {
  const { db, hub, subscription, profile, link, now } = opened;
  const from = { kind: subscription.kind, id: subscription.profile_id };
  // The same for each click on the link, of which one asks.
  const of = ['introduction from a mail', hub.id, subscription.id, link.mail, kind, id];
  const asked = {
    id: `int_${(await sha256(JSON.stringify(of))).slice(0, 32)}`,
    from,
    to: { kind, id },
    message: message ?? words(opened).answer.suggestion(profile),
    lang: message === undefined ? subscription.locale : null,
  };
  try {
    await ask(db, hub, actorOf(subscription), asked, now);
  } catch (error) {
    // Asked before in other words: that request stands.
    if (!(error instanceof ApiError && error.code === 'idempotency_key_reused')) throw error;
  }
}

async function opine(
  { env, db, hub, subscription, now, defer }: Opened,
  { kind, id, position }: Match,
  answer: 'saved' | 'passed',
  { reason }: Added,
): Promise<void> {
  const subject = { kind: subscription.kind, id: subscription.profile_id };
  const search = await openSearch({ env, db, hub, waitUntil: defer });
  const compared = await subjectOf(db, hub, search, subject, () => loadEmbedder({ env }));
  if (!compared) throw missing(subject.kind, subject.id);
  const index = await search.of([{ kind, id }]);
  const given = { candidate: { kind, id }, position, answer, ...(answer === 'passed' && reason && { reason }) };
  await giveFeedback(db, hub.id, actorOf(subscription), index, compared, { subject, answers: [given] }, now);
}

import { PASS_REASONS, type PassReason } from '@kopru/sdk/engine';
import { askSchema } from '@kopru/sdk/schema';
import { html } from 'hono/html';
import { ApiError } from '../../errors.ts';
import { wordsFor } from '../context.ts';
import { nameOf } from '../digest/item.ts';
import { aboutCard } from './about.ts';
import { doAnswer, type Match, matchOf } from './answer-service.ts';
import { form, type Html, problemView, type View } from './layout.ts';
import { type Form, type Opened, type Purpose, words } from './purpose.ts';

/** Most characters of a message, as of every request to meet. */
const MESSAGE = 2000;

/** Answers a match of a digest, as the owner of the profile. */
export const answer: Purpose = {
  show: async (opened) => {
    const match = await matchOf(opened);
    if (typeof match === 'string') return problemView(opened.subscription.locale, match);
    return isDone(match) ? done(opened, match) : question(opened, match);
  },
  act: async (opened, sent) => {
    const { locale } = opened.subscription;
    const match = await matchOf(opened);
    if (typeof match === 'string') return problemView(locale, match);
    if (isDone(match)) return done(opened, match);
    const message = messageOf(opened, sent);
    if (match.answer === 'requested' && !askSchema.shape.message.safeParse(message).success)
      return { ...question(opened, match, message), status: 422 };
    const suggestion = words(opened).answer.suggestion(opened.profile);
    const own = message === suggestion ? undefined : message;
    try {
      await doAnswer(opened, match, { message: own, reason: reasonOf(sent) });
    } catch (error) {
      const problem = error instanceof ApiError && PROBLEMS[error.code];
      if (!problem) throw error;
      return problemView(locale, problem);
    }
    return done(opened, { ...match, given: match.answer });
  },
};

/** What a refusal of the services means to a reader. */
const PROBLEMS: Partial<Record<ApiError['code'], 'matchGone' | 'notNow' | 'tooMany'>> = {
  not_found: 'matchGone',
  invalid_request: 'matchGone',
  conflict: 'notNow',
  rate_limited: 'tooMany',
};

/** Of what was saved or passed over, the last answer stands; a request cannot be taken back by a link. */
const isDone = ({ given, answer }: Match): boolean => given === answer || given === 'requested';

/** The message as it was written; where none was, the suggested one. */
function messageOf(opened: Opened, sent: Form): string {
  // A browser sends lines with both of their old ends.
  const written = sent.get('message')?.replaceAll('\r\n', '\n').trim();
  return written || words(opened).answer.suggestion(opened.profile);
}

/** One that is not in the list counts as none. */
const reasonOf = (sent: Form): PassReason | undefined => {
  const reason = sent.get('reason') ?? '';
  return Object.hasOwn(PASS_REASONS, reason) ? (reason as PassReason) : undefined;
};

/** @param refused the message that cannot be sent as it is. */
function question(opened: Opened, match: Match, refused?: string): View {
  const { answer: own } = words(opened);
  const button = html`<button class="main">${wordsFor(opened).actions[match.answer]}</button>`;
  return {
    title: own.ask[match.answer](nameOf(match.card)),
    body: html`${aboutCard(opened.subscription.locale, match.kind, match.card)}<p>${own.hint[match.answer]}</p>${form(
      html`${fieldOf(opened, match, refused)}${button}`,
    )}`,
  };
}

function fieldOf(opened: Opened, { answer }: Match, refused: string | undefined): Html | '' {
  const { answer: own } = words(opened);
  if (answer === 'requested') {
    const isWrong = refused !== undefined;
    return html`<div class="field"><label for="message">${own.message}</label>
<textarea id="message" name="message" rows="5" maxlength="${MESSAGE}" ${isWrong && html`aria-invalid="true" aria-describedby="message-error" autofocus`}>
${refused ?? own.suggestion(opened.profile)}</textarea>
${isWrong && html`<p class="error" id="message-error">${own.tooLong(MESSAGE)}</p>`}</div>`;
  }
  if (answer === 'passed')
    return html`<div class="field"><label for="reason">${own.reason}</label>
<select id="reason" name="reason"><option value="">${own.noReason}</option>
${(Object.keys(PASS_REASONS) as PassReason[]).map((reason) => html`<option value="${reason}">${own.reasons[reason]}</option>`)}
</select></div>`;
  return '';
}

/** What was done: by this link, or before. */
function done(opened: Opened, { card, given, answer }: Match): View {
  const { answer: own } = words(opened);
  const stands = given ?? answer;
  return { title: own.done[stands](nameOf(card)), body: html`<p>${own.hint[stands]}</p>` };
}

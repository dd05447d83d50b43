import { INTRODUCTION_STATES, type IntroductionState } from '@kopru/sdk/schema';
import { beforeAll, expect, test } from 'vitest';
import { bindings } from '../../test/bindings.ts';
import { call, newHub } from '../../test/hub.ts';
import { act, type Member, newMember, newPartners, SECRET_CONTACT } from '../../test/meeting.ts';
import type { Introduction, Side } from './sides.ts';
import { nextState, TRANSITIONS } from './state.ts';
import { insertIntroduction, updateIntroduction } from './store.ts';

const AT = new Date().toISOString();
const ACTIONS = ['accept', 'decline', 'withdraw', 'approve', 'refuse'] as const;

let credentials: Record<Who, object>;
let founder: Member;
let fund: Member;

const WHO = ['asker', 'asked', 'askerHub', 'askedHub', 'neighbour', 'stranger', 'strangerHub'] as const;
type Who = (typeof WHO)[number];

beforeAll(async () => {
  const [kz, az] = await newPartners();
  founder = await newMember(kz, 'startup', 'founder');
  fund = await newMember(az, 'investor', 'fund');
  const third = await newHub();
  credentials = {
    asker: founder.viewer,
    asked: fund.viewer,
    askerHub: { key: kz.key },
    askedHub: { key: az.key },
    neighbour: (await newMember(az, 'investor', 'neighbour')).viewer,
    // Of the same kind and id as the asked one, in another hub.
    stranger: (await newMember(third, 'investor', 'fund')).viewer,
    strangerHub: { key: third.key },
  };
});

const sideOf = ({ hub, kind, id, exchangeId }: Member): Side => ({
  hub: hub.id,
  kind,
  id,
  ref: exchangeId,
  home: { hub: hub.id, name: hub.id, country: null },
});

/** An introduction in a state, as it comes to it by way of the hub’s say. */
async function given(state: IntroductionState): Promise<string> {
  const introduction: Introduction = {
    id: `int_${crypto.randomUUID().replaceAll('-', '')}`,
    from: sideOf(founder),
    to: sideOf(fund),
    state,
    blocked: false,
    message: 'Salam',
    lang: null,
    declineReason: null,
    reminders: 0,
    meeting: null,
    createdAt: AT,
    deliveredAt: state === 'awaiting_approval' ? null : AT,
    expiresAt: AT,
    decidedAt: state === 'awaiting_approval' || state === 'requested' ? null : AT,
  };
  await bindings.DB.batch([
    bindings.DB.prepare('DELETE FROM introductions'),
    insertIntroduction(bindings.DB, introduction),
    updateIntroduction(bindings.DB, introduction),
  ]);
  return introduction.id;
}

const MAY: Record<(typeof ACTIONS)[number], readonly Who[]> = {
  accept: ['asked', 'askedHub'],
  decline: ['asked', 'askedHub'],
  withdraw: ['asker', 'askerHub'],
  approve: ['askedHub'],
  refuse: ['askedHub'],
};

const sees = (who: Who, state: IntroductionState): boolean =>
  ['asker', 'askerHub', 'askedHub'].includes(who) || (who === 'asked' && state !== 'awaiting_approval');

/** What is to be answered, told from the words of the design rather than from the code. */
function expected(who: Who, action: (typeof ACTIONS)[number], state: IntroductionState): number {
  const isHub = who.endsWith('Hub');
  if (!isHub && (action === 'approve' || action === 'refuse')) return 403;
  if (!sees(who, state)) return 404;
  if (!MAY[action].includes(who)) return 403;
  if (state === 'awaiting_approval' && (action === 'accept' || action === 'decline')) return 403;
  return state === TRANSITIONS[action].to || nextState(state, action) ? 200 : 409;
}

test.each(INTRODUCTION_STATES)('%s: what each may do, and what each is shown', async (state) => {
  for (const who of WHO) {
    const id = await given(state);
    const { status, json, text } = await call('GET', `/v1/introductions/${id}`, credentials[who]);
    expect([who, status]).toEqual([who, sees(who, state) ? 200 : 404]);
    const masked = state === 'awaiting_approval' && who !== 'askedHub' ? 'requested' : state;
    if (status === 200) expect([who, json.state]).toEqual([who, masked]);
    expect([who, text.includes(SECRET_CONTACT)]).toEqual([who, status === 200 && state === 'accepted']);
    for (const action of ACTIONS) {
      const id = await given(state);
      const answer = await act(id, action, credentials[who]);
      expect([who, action, answer.status]).toEqual([who, action, expected(who, action, state)]);
      expect(answer.text).not.toContain(SECRET_CONTACT);
      const after = await bindings.DB.prepare('SELECT state FROM introductions WHERE id = ?').bind(id).first('state');
      expect([who, action, after]).toEqual([who, action, answer.status === 200 ? TRANSITIONS[action].to : state]);
    }
  }
});

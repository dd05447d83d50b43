import type { Locale } from '@kopru/sdk/facets';
import type { CoInvestment } from '@kopru/sdk/schema';
import { createFormatter, LOCALE_STRINGS } from '@kopru/sdk/strings';
import { matchList, sayIn } from './lists.ts';

type Match = CoInvestment['investments'][number]['match'];

const usd = (amount: number) => ({ amount, currency: 'USD' as const });
const RAISE = usd(250_000);

/** A round of three investors, the first of whom leads; filled, or for lack of investors not quite. */
export function roundOf(locale: Locale, isFilled: boolean): CoInvestment {
  const say = sayIn(locale);
  const to = createFormatter(LOCALE_STRINGS[locale]);
  const hub = { field: 'hub', label: to.capitalise(to.label('hub')), value: `Toshkent IT Park, ${to.place('UZ')}` };
  const [first, second, third] = matchList(locale).matches as [Match, Match, Match];
  const part = (match: Match, amount: number, leads: boolean, why: 'round.largest' | 'round.smallest') => ({
    amount: usd(amount),
    leads,
    match,
    messages: [
      say(leads ? 'round.leads' : 'round.joins', { amount: usd(amount), share: amount / RAISE.amount }),
      say(why, {}),
    ],
  });
  const investments = [
    part(first, 125_000, true, 'round.smallest'),
    part({ ...second, facts: [...(second.facts ?? []), hub] }, 85_000, false, 'round.largest'),
    ...(isFilled ? [part(third, 40_000, false, 'round.largest')] : []),
  ];
  const put = investments.reduce((sum, { amount }) => sum + amount.amount, 0);
  const open = usd(RAISE.amount - put);
  const whole = { raise: RAISE, put: usd(put), open, investors: investments.length, countries: 2 };
  return {
    subject: { kind: 'startup', id: 's-1' },
    model: 'kopru-e5-small@1',
    sequence: 7,
    raise: RAISE,
    investments,
    open,
    score: 74.6,
    gap: isFilled ? 0 : 0.04,
    stops: isFilled ? [] : ['maxInvestors'],
    candidates: 12,
    unstated: isFilled ? 0 : 3,
    summary: isFilled
      ? [say('round.filled', whole)]
      : [
          say('round.open', whole),
          say('round.stopped', { rule: 'maxInvestors' }),
          say('round.unstated', { investors: 3 }),
        ],
  };
}

/** A round in which nobody could take part. */
export function emptyRound(locale: Locale): CoInvestment {
  const say = sayIn(locale);
  const whole = { raise: RAISE, put: usd(0), open: RAISE, investors: 0, countries: 0 };
  return {
    ...roundOf(locale, true),
    investments: [],
    open: RAISE,
    score: 0,
    stops: ['money'],
    candidates: 0,
    summary: [say('round.open', whole), say('round.stopped', { rule: 'money' })],
  };
}

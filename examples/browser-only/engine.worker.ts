import { createEmbedder, sectors } from '@kopru/model/browser';
import { createMatcher, type Embedder, type Matcher, ProfileError } from '@kopru/sdk/engine';
import type { Locale } from '@kopru/sdk/facets';
import { cardFacts, type MatchList } from '@kopru/sdk/schema';
import { createFormatter, LOCALE_STRINGS } from '@kopru/sdk/strings';
import type { Answer, Request, Side } from './protocol.ts';
import type { Row } from './rows.ts';

const answer = (message: Answer) => postMessage(message);

let embedder: Embedder | undefined;
let matcher: Matcher;
let cards: Card[];

type Card = MatchList['matches'][number]['card'];

const cardOf = (side: Side, { name, text, country }: Row) => ({
  name,
  ...(side === 'startup' ? { pitch: text } : { thesis: text }),
  ...(country && { country }),
});

async function match(rows: Readonly<Record<Side, readonly Row[]>>): Promise<void> {
  embedder ??= await createEmbedder({
    baseUrl: '/model',
    onProgress: (done, total) => answer({ type: 'loading', done, total }),
  });
  matcher = createMatcher({ embedder, sectors: sectors() });
  cards = [];
  const total = rows.startup.length + rows.investor.length;
  for (const side of ['startup', 'investor'] as const) {
    for (const [i, row] of rows[side].entries()) {
      const card = cardOf(side, row);
      try {
        // Whoever pastes a list answers for the consent of those who stand in it.
        await matcher.add(side, String(i), { ...card, consent: { matching: true } });
      } catch (error) {
        if (!(error instanceof ProfileError)) throw error;
        const what = error.issues.map(({ path, message }) => `${path.slice(1)} ${message}`).join('; ');
        return answer({ type: 'wrong', side, message: `Line ${row.line}: ${what}.` });
      }
      if (side === 'investor') cards.push(card as Card);
      answer({ type: 'reading', done: matcher.size, total });
    }
  }
  answer({ type: 'matched' });
}

/** The list of one startup as `<kopru-matches>` takes it. */
async function list(startup: number, lang: Locale): Promise<MatchList> {
  const subject = { kind: 'startup', id: String(startup) } as const;
  const { matches } = await matcher.match(subject, { limit: 10 });
  const to = createFormatter(LOCALE_STRINGS[lang]);
  return {
    subject,
    model: embedder?.id ?? '',
    sequence: 0,
    nextCursor: null,
    rejected: [],
    matches: matches.map((match, i) => {
      const { reasons, cautions } = matcher.explain(match, lang);
      return {
        ...match,
        rank: i + 1,
        card: cards[Number(match.id)]!,
        facts: cardFacts(match.kind, cards[Number(match.id)]!, to),
        signals: [...match.signals],
        reasons: match.reasons.map(({ key, evidence }, i) => ({ key, evidence: { ...evidence }, text: reasons[i]! })),
        cautions: match.cautions.map(({ key, evidence }, i) => ({
          key,
          evidence: { ...evidence },
          text: cautions[i]!,
        })),
      };
    }),
  };
}

// One request after the other: a list is that of the rows before it.
let work = Promise.resolve();
addEventListener('message', ({ data }: MessageEvent<Request>) => {
  work = work
    .then(async () => {
      if (data.type === 'match') await match(data.rows);
      else answer({ type: 'list', list: await list(data.startup, data.lang) });
    })
    .catch((error) => answer({ type: 'failed', message: String(error) }));
});

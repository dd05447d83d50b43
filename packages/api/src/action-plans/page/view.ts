import {
  type ActionInput,
  type ActionPlan,
  type ActionStanding,
  type ActionState,
  elapsed,
  STANDINGS,
} from '@kopru/sdk/schema';
import { createFormatter, type Formatter, LOCALE_STRINGS, type Locale, textIn } from '@kopru/sdk/strings';
import { html } from 'hono/html';
import type { Html, View } from '../../mails/pages/layout.ts';
import { PLAN_WORDS, type PlanWords } from './words.ts';

/** What the page of a plan has beside the style of every page. */
const STYLE = `
.standings{list-style:none;display:flex;flex-wrap:wrap;gap:4px 20px;margin:8px 0 24px;padding:0}
.key{display:inline-block;width:12px;height:12px;margin-right:6px;border-radius:2px;vertical-align:-1px}
.done,.on_track,.at_risk,.late,.cancelled{fill:var(--c);background:var(--c)}
.done{--c:#00707a}.on_track{--c:#5aa9b0}.at_risk{--c:#c98a1b}.late{--c:#b3261e}.cancelled{--c:#8b9a97}
svg{display:block;width:100%;height:12px}
.track{fill:var(--faint)}.bar{fill:var(--accent)}.tick{fill:var(--ink)}
article{margin:0 0 20px;padding:16px 0 0;border-top:1px solid var(--faint)}
h2{margin:0 0 4px;font-size:18px;line-height:1.35}
.standing{font-weight:600;font-size:14px}
dl{margin:10px 0;font-size:15px}dl>div{display:grid;grid-template-columns:minmax(0,2fr) minmax(0,3fr);gap:16px;margin:3px 0}
dt{color:var(--soft)}dd{margin:0}
@media (max-width:479px){dl>div{grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:12px}}
`;

/** The public page of a plan. @param base its address without an ending */
export function planView({ plan, states, day }: ActionPlan, locale: Locale, base: string): View {
  const words = PLAN_WORDS[locale];
  const to = createFormatter(LOCALE_STRINGS[locale]);
  const body = html`${plan.description && html`<p>${textIn(plan.description, locale)}</p>`}
${plan.actions.length === 0 ? html`<p>${words.empty}</p>` : chart(states, words)}
${plan.actions.map((action, i) => card(action, states[i] as ActionState, { day, locale, words, to }))}
<p class="more">${words.files} <a href="${base}.csv">CSV</a> <a href="${base}.json">JSON</a> <a href="${base}.ics">${words.calendar}</a></p>
<p class="soft">${words.asOf} ${to.date(day)}</p>`;
  return { title: textIn(plan.title, locale), body, style: STYLE, isWide: true };
}

/** How many actions stand how: a bar, and the same in words. */
function chart(states: readonly ActionState[], words: PlanWords): Html {
  const counts = STANDINGS.map((standing) => [standing, states.filter((s) => s.standing === standing).length] as const);
  let at = 0;
  const parts = counts.map(([standing, count]) => {
    const [x, width] = [at, (100 * count) / states.length];
    at += width;
    return html`<rect class="${standing}" x="${x}" width="${width}" height="12"></rect>`;
  });
  const told = counts.filter(([, count]) => count > 0);
  return html`<svg viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">${parts}</svg>
<ul class="standings">${told.map(([standing, count]) => html`<li><span class="key ${standing}"></span>${words.standings[standing as ActionStanding]}: ${count}</li>`)}</ul>`;
}

interface Look {
  readonly day: string;
  readonly locale: Locale;
  readonly words: PlanWords;
  readonly to: Formatter;
}

function card(action: ActionInput, state: ActionState, { day, locale, words, to }: Look): Html {
  const passed = elapsed(action, day);
  const isOpen = state.standing !== 'done' && state.standing !== 'cancelled';
  const row = (label: string, value: string | Html) =>
    value ? html`<div><dt>${label}</dt><dd>${value}</dd></div>` : '';
  const indicators = action.indicators.map((indicator, i) => {
    const { value } = state.indicators[i] as ActionState['indicators'][number];
    const unit = indicator.unit ? ` ${textIn(indicator.unit, locale)}` : '';
    const told = value === null ? words.noValue : `${to.number(value)}${unit}`;
    return row(textIn(indicator.name, locale), `${told} (${words.target}: ${to.number(indicator.target)}${unit})`);
  });
  return html`<article>
<h2>${textIn(action.title, locale)}</h2>
<p class="standing"><span class="key ${state.standing}"></span>${words.standings[state.standing]}${action.theme ? ` · ${textIn(action.theme, locale)}` : ''}</p>
${action.description && html`<p>${textIn(action.description, locale)}</p>`}
${isOpen || state.progress !== null ? bar(state.progress, isOpen ? passed : undefined) : ''}
<dl>${row(words.progress, state.progress === null ? '' : to.percent(state.progress))}${row(words.time, isOpen ? to.percent(passed) : '')}${row(words.due, to.date(action.dueOn))}${row(words.owner, action.owner)}${row(words.partners, to.list(action.partners))}${row(words.countries, to.list(action.countries.map(to.country)))}${indicators}</dl>
</article>`;
}

/** Progress, and a mark where it would be if it kept up with time. The figures below say the same. */
const bar = (progress: number | null, passed: number | undefined): Html =>
  html`<svg viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="12"></rect><rect class="bar" width="${100 * (progress ?? 0)}" height="12"></rect>${passed === undefined ? '' : html`<rect class="tick" x="${Math.min(99.4, 100 * passed)}" width="0.6" height="12"></rect>`}</svg>`;

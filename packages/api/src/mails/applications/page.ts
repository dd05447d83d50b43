import { createFormatter, LOCALE_STRINGS } from '@kopru/sdk/strings';
import { brandOf, type ComposeContext, wordsFor } from '../context.ts';
import { cutAtWord } from '../templates/cut.ts';
import type { Fact, Page } from '../templates/page.ts';
import type { Decided } from './notices.ts';

/** Most characters of a subject. A name gives way to what is said of it. */
const SUBJECT = 78;

/** What a mail about an application tells. */
export interface Told {
  readonly state: Decided;
  /** The name of the startup. */
  readonly profile: string;
  /** Undefined while it may not be shown. */
  readonly programme: string | undefined;
  readonly call: string;
  /** Of the pipeline, as the hub names it; null for none. */
  readonly stage: string | null;
}

/** The page of a mail about what became of an application. */
export function applicationPage(
  context: ComposeContext,
  { state, profile, programme, call, stage }: Told,
  footer: Page['footer'],
): Page {
  const { hub, settings, subscription } = context;
  const { application: words } = wordsFor(context);
  const to = createFormatter(LOCALE_STRINGS[subscription.locale]);
  const title = words.titles[state];
  const subject = title(cutAtWord(programme ?? call, SUBJECT - [...title('')].length));
  const lead = words.leads[state](profile, hub.name);
  const lines: Fact[] = [
    { label: to.capitalise(to.kind('startup')), text: profile },
    ...(programme === undefined ? [] : [{ label: to.capitalise(to.kind('programme')), text: programme }]),
    { label: words.call, text: call },
    { label: words.state, text: words.states[state] },
    ...(stage === null ? [] : [{ label: words.stage, text: stage }]),
  ];
  return {
    lang: subscription.locale,
    brand: brandOf(hub, settings),
    subject,
    preheader: lead,
    title: subject,
    blocks: [
      { is: 'text', text: lead },
      { is: 'facts', heading: words.heading, lines },
    ],
    footer,
  };
}

import { textOn } from './contrast.ts';
import { fill } from './fill.ts';
import type { Block, Fact, Headings, Item, Link, Page } from './page.ts';
import { PARTS } from './parts.ts';

/** What every part may name. */
type Look = Readonly<Record<'color' | 'onColor', string>>;

/** The HTML part of a mail: tables and inline styles, without script, outer styles or pictures but the hub's logo. */
export function toHtml({ lang, subject, preheader, brand, title, blocks, footer }: Page): string {
  const look: Look = { color: brand.color, onColor: textOn(brand.color) };
  const head = brand.logoUrl
    ? fill(PARTS.logo, { logoUrl: brand.logoUrl, hub: brand.name })
    : fill(PARTS.hub, { hub: brand.name });
  return [
    fill(PARTS.start, { ...look, lang, subject, preheader }),
    head,
    fill(PARTS.title, { text: title }),
    ...blocks.map((block) => blockHtml(block, look)),
    fill(PARTS.end, { footer: footerHtml(footer) }),
  ].join('\n');
}

function blockHtml(block: Block, look: Look): string {
  switch (block.is) {
    case 'text':
      return fill(PARTS.text, { text: block.text });
    case 'hint':
      return fill(PARTS.hint, { text: block.text });
    case 'quote':
      return fill(PARTS.quote, {
        heading: block.heading,
        textLang: block.lang ?? '',
        lines: paragraphs(block.text)
          .map((text) => fill(PARTS.said, { text }))
          .join(''),
      });
    case 'facts':
      return fill(PARTS.facts, { heading: block.heading, lines: block.lines.map(factHtml).join('') });
    case 'profile':
      return fill(PARTS.profile, { name: block.name, body: aboutHtml(block) });
    case 'answers': {
      const [first, ...rest] = block.links;
      const button = fill(PARTS.button, { ...look, ...first });
      return rest.length > 0 ? `${button}\n${fill(PARTS.links, { links: sideLinks(rest) })}` : button;
    }
    case 'item':
      return `${PARTS.line}\n${itemHtml(block.item, block.headings, look)}`;
  }
}

const paragraphs = (text: string): string[] => text.split(/\s*\n\s*/).filter((line) => line !== '');

const factHtml = ({ label, text, url }: Fact): string =>
  url ? fill(PARTS.linked, { label, text, url }) : fill(PARTS.fact, { label, text });

const sideLinks = (links: readonly Link[]): string => links.map((link) => fill(PARTS.side, { ...link })).join(' ');

const aboutHtml = ({ facts, summary }: Pick<Item, 'facts' | 'summary'>): string =>
  [
    facts.length > 0 ? fill(PARTS.about, { text: facts.join(' · ') }) : '',
    summary ? fill(PARTS.summary, { text: summary.text, textLang: summary.lang ?? '' }) : '',
  ].join('');

function itemHtml(item: Item, headings: Headings, look: Look): string {
  const { name, fit, score, change, reasons, caution, answers } = item;
  const [first, ...rest] = answers;
  const body = [
    aboutHtml(item),
    reasons.length > 0 &&
      fill(PARTS.reasons, {
        heading: headings.reasons,
        lines: reasons.map((text) => fill(PARTS.reason, { text })).join(''),
      }),
    caution && fill(PARTS.caution, { heading: headings.caution, text: caution }),
  ];
  return fill(PARTS.item, {
    ...look,
    ...first,
    name,
    score: fill(PARTS.score, { fit, rest: `· ${score} · ${change}` }),
    body: body.filter((part) => part).join(''),
    links: sideLinks(rest),
  });
}

const footerHtml = ({ lines, links }: Page['footer']): string =>
  [
    ...lines.map((text) => fill(PARTS.footline, { text })),
    links.map((link) => fill(PARTS.footlink, { ...link })).join(' &nbsp;·&nbsp; '),
  ].join('');

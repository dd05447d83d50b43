import type { Investor, Kind, MatchList, Startup } from '@kopru/sdk/schema';
import type { View } from './view.ts';

export type Card = MatchList['matches'][number]['card'];

/** A labelled value of a card, in words. */
export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** The facts that a card states and the hub it is from, in the order of reading; what is not stated is left out. */
export function factsOf(
  kind: Kind,
  card: Card,
  { words, labels }: View,
  home?: MatchList['matches'][number]['home'],
): Fact[] {
  const { names } = labels;
  // A card holds the fields of its kind only, but of which kind the type does not say.
  const c = card as Partial<Omit<Startup, 'private'> & Omit<Investor, 'private'>>;
  const list = <T>(items: readonly T[] | undefined, name: (item: T) => string) =>
    items && items.length > 0 ? labels.list(items.map(name)) : undefined;

  const facts: [label: string, value: string | undefined][] =
    kind === 'startup'
      ? [
          [names.country, c.country && labels.place(c.country)],
          [names.stage, c.stage && labels.stage(c.stage)],
          [
            names.raise,
            c.raise && joined(labels.money(c.raise), c.raise.instrument && labels.instrument(c.raise.instrument)),
          ],
          [names.sector, list(c.sectors, labels.sector)],
          [names.trl, c.trl?.toString()],
          [names.targetMarkets, list(c.targetMarkets, labels.place)],
          [names.language, list(c.languages, labels.language)],
          [words.facts.team, c.team?.size === undefined ? undefined : words.people(c.team.size)],
        ]
      : [
          [names.investorType, c.type && labels.investorType(c.type)],
          [names.country, c.country && labels.place(c.country)],
          [names.stage, list(c.stages, labels.stage)],
          [names.ticket, c.ticket && labels.range(c.ticket)],
          [names.sector, list(c.sectors, labels.sector)],
          [names.excludedSectors, list(c.excludedSectors, labels.sector)],
          [words.facts.countries, list(c.countries, labels.place)],
          [names.instrument, list(c.instruments, labels.instrument)],
          [words.facts.role, c.role && Object.hasOwn(words.roles, c.role) ? words.roles[c.role] : undefined],
          [names.language, list(c.languages, labels.language)],
        ];
  facts.push([words.facts.hub, home && joined(home.name, labels.place(home.country))]);
  return facts.flatMap(([label, value]) => (value ? [{ label, value: labels.alone(value) }] : []));
}

const joined = (...parts: (string | undefined)[]): string => parts.filter((part) => part !== undefined).join(', ');

/** The long text of a card: what a startup pitches, what an investor looks for. Empty where its owner keeps it private. */
export function textOf(card: Card): string {
  const { pitch, thesis } = card as Partial<Startup & Investor>;
  return pitch ?? thesis ?? '';
}

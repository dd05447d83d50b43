import type { Expert, Investor, MatchList, Startup } from '@kopru/sdk/schema';
import type { View } from './view.ts';

export type Card = MatchList['matches'][number]['card'];

/** A labelled value of a card, in words. */
export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** The fields of every kind: a card holds those of its kind only, but of which kind the type does not say. */
type Fields = Partial<Omit<Startup, 'private'> & Omit<Investor, 'private'> & Omit<Expert, 'private'>>;

/**
 * The fields that are facts, in the order of reading: a card has those of its kind, and a new kind adds its own. After
 * a colon what names the codes of a field, where that is not what the field is called for one of them.
 */
const FACTS =
  'type:investorType country:place stage stages raise ticket sectors trl targetMarkets:place excludedSectors:sector countries:place instruments role:roundRole languages team roles remote skills experienceYears hoursPerWeek';

/** What a field says, in words. */
function textIn(field: string, label: string, c: Fields, { words, labels }: View): string | 0 | undefined {
  const { raise, ticket, team } = c;
  if (field === 'raise')
    return raise && joined(labels.money(raise), raise.instrument && labels.instrument(raise.instrument));
  if (field === 'ticket') return ticket && labels.range(ticket);
  if (field === 'team') return team?.size && words.people(team.size);
  const value: unknown = c[field as keyof Fields] || [];
  const name = (labels[label as 'stage'] ?? String) as (item: unknown) => string;
  return value === true ? '✓' : labels.list([value].flat().map(name));
}

/** The facts that a card states and the hub it is from, in the order of reading; what is not stated is left out. */
export function factsOf(card: Card, view: View, home?: MatchList['matches'][number]['home']): Fact[] {
  const { words, labels } = view;
  const names: Readonly<Record<string, string>> = labels.names;
  const facts = FACTS.split(' ').map((fact) => {
    const [field = '', label = field.replace(/s$/, '')] = fact.split(':');
    const called = labels.field(field);
    const name = called === field ? (names[field] ?? names[label]) : labels.alone(called);
    return [name, textIn(field, label, card as Fields, view)] as [string, string | 0 | undefined];
  });
  facts.push([words.hub, home && joined(home.name, labels.place(home.country))]);
  return facts.flatMap(([label, value]) => (value ? { label, value: labels.alone(value) } : []));
}

const joined = (...parts: (string | undefined)[]): string => parts.filter(Boolean).join(', ');

/** The long text of a card: what a startup pitches, what an investor looks for, what an expert can do. Empty where its owner keeps it private. */
export function textOf(card: Card): string {
  const { pitch, thesis, about } = card as Fields;
  return pitch ?? thesis ?? about ?? '';
}

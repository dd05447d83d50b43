/**
 * Who is told what. A gate or a signal is asked on profiles whose hidden fields cannot be read: as
 * soon as it asks for one, the answer to this viewer is "unknown", whatever stands there and whether
 * anything does. So what is told depends on nothing that is hidden.
 *
 * @module
 */
import { KINDS, type Kind } from '../kinds/index.ts';
import type { Facets, NormalProfile } from './normalise.ts';
import type { Pair, Pairing } from './pairing.ts';
import type { ScoredSignal } from './score.ts';

/**
 * Who reads an answer: the hub's own staff, who sees every field, or the owner of the profile that
 * the answer is for, who sees all of its own profile and of the other side what is not `private` there.
 */
export type Viewer = { readonly sees: 'all' } | { readonly side: Kind };

export const SEES_ALL: Viewer = { sees: 'all' };

/** Whether nothing of a profile is hidden from this viewer: then there is nothing to observe. */
export const seesWhole = (viewer: Viewer, profile: NormalProfile): boolean =>
  'sees' in viewer || viewer.side === profile.kind || !profile.private?.length;

/** Whether this viewer sees a field of a profile of the wire, such as `raise`. */
const seesField = (viewer: Viewer, profile: NormalProfile, field: string): boolean =>
  seesWhole(viewer, profile) || !profile.private?.includes(field);

/** Stands for the text of a profile, whatever its field is called. */
const TEXT = 'text';

/** The fields of the wire from which each facet comes. Complete by its type: a new facet has to say. */
const FIELDS_OF: { readonly [F in keyof Required<Facets>]: readonly string[] } = {
  sectors: ['sectors', 'classifications'],
  excludedSectors: ['excludedSectors'],
  stage: ['stage'],
  stages: ['stages'],
  country: ['country'],
  countries: [
    'countries',
    'teamCountries',
    'supplierCountries',
    'recognisedIn',
    'startupCountries',
    'licence',
    'offeredIn',
  ],
  targetMarkets: ['targetMarkets'],
  raise: ['raise'],
  instrument: ['raise'],
  instruments: ['instruments'],
  ticket: ['ticket'],
  languages: ['languages'],
  roundRole: ['role'],
  coInvestment: ['coInvestment'],
  dryPowder: ['fund'],
  portfolio: ['portfolio'],
  allowsCompetitors: ['allowsCompetitors'],
  roles: ['roles'],
  remote: ['remote'],
  types: ['types'],
  neededBy: ['neededBy'],
  terms: ['terms'],
  availableFrom: ['availability'],
  availableUntil: ['availability'],
  test: ['test'],
  scope: ['scope'],
  accreditedBy: ['accreditation'],
  validUntil: ['accreditation'],
  leadTimeDays: ['leadTimeDays'],
  calls: ['calls'],
  licenceType: ['licence'],
  jurisdictions: ['jurisdictions'],
  inferredSectors: ['sectors', 'classifications', TEXT],
  inferredExclusions: ['excludedSectors'],
};

/** The facets that were read on the way to an answer, by side; what was not stated is not among them. */
export type ReadFacets = Readonly<Partial<Record<Kind, Facets>>>;

/** What a viewer may be told of a question about a pair. */
export type Observation<T> =
  | { readonly hidden: true }
  | { readonly hidden: false; readonly answer: T; readonly read: ReadFacets };

/** Raised by reading a hidden field; never leaves this module. */
const HIDDEN = Symbol('hidden');

/** Asks something of a pair as far as a viewer may be told the answer. */
export function observe<T>(pair: Pair, viewer: Viewer, ask: (pair: Required<Pair>) => T): Observation<T> {
  const read: Partial<Record<Kind, Record<string, unknown>>> = {};
  const watched = Object.fromEntries(
    Object.entries(pair).map(([kind, profile]) => {
      const values: Record<string, unknown> = {};
      read[kind as Kind] = values;
      return [kind, watch(profile, viewer, values)];
    }),
  );
  try {
    return { hidden: false, answer: ask(watched as Required<Pair>), read: read as ReadFacets };
  } catch (thrown) {
    if (thrown !== HIDDEN) throw thrown;
    return { hidden: true };
  }
}

/** The profile with fields that note each facet that is read, and that cannot be read where the viewer may not. */
function watch(profile: NormalProfile, viewer: Viewer, read: Record<string, unknown>): NormalProfile {
  const sees = (field: string) => seesField(viewer, profile, field === TEXT ? KINDS[profile.kind].text : field);
  const allow = <T>(seen: boolean, value: T): T => {
    if (!seen) throw HIDDEN;
    return value;
  };
  const facets = {};
  for (const [facet, fields] of Object.entries(FIELDS_OF)) {
    const value = profile.facets[facet as keyof Facets];
    const seen = fields.every(sees);
    // A hidden facet is there to be asked for even when it is not stated: that it is not is hidden too.
    if (value === undefined && seen) continue;
    Object.defineProperty(facets, facet, {
      enumerable: true,
      get() {
        read[facet] = allow(seen, value);
        return value;
      },
    });
  }
  const { kind, id, name, active, consent, search, lang } = profile;
  return {
    kind,
    id,
    name,
    active,
    consent,
    search,
    facets,
    get text() {
      return allow(sees(TEXT), profile.text);
    },
    get lang() {
      return allow(sees(TEXT), lang) as string;
    },
    get unnamedSectors() {
      return allow(sees('sectors'), profile.unnamedSectors);
    },
    get unnamedExclusions() {
      return allow(sees('excludedSectors'), profile.unnamedExclusions);
    },
  };
}

/** The signals as a viewer is told them: one that reads a hidden field has no value and no message. */
export function tellSignals(
  pairing: Pairing,
  pair: Pair,
  signals: readonly ScoredSignal[],
  viewer: Viewer,
): readonly ScoredSignal[] {
  if (Object.values(pair).every((profile) => seesWhole(viewer, profile))) return signals;
  const isExtra = (name: string) => pairing.extras?.some((extra) => extra.name === name) ?? false;
  return signals.flatMap((signal) => {
    const { name, weights } = signal;
    // The one signal that is no pairing's own is measured from the two texts.
    const ask = [...pairing.signals, ...(pairing.extras ?? [])].find((s) => s.name === name)?.measure ?? readTexts;
    if (!observe<unknown>(pair, viewer, ask).hidden) return [signal];
    // An extra is there only for what it has to say: that it is there would tell.
    return isExtra(name) ? [] : [{ name, weights, value: null }];
  });
}

const readTexts = (pair: Required<Pair>): string[] => Object.values(pair).map(({ text }) => text);

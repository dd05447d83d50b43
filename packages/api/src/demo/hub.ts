import type { CountryCode } from '@kopru/sdk/facets';

/** A hub of the demo. */
export interface DemoHub {
  readonly id: string;
  readonly name: string;
  readonly country: CountryCode;
}

/** The hub that the local server leaves a key of, and that pasted texts are matched in. */
export const DEMO_HUB = 'demo';

/** The action plan of that hub. */
export const DEMO_PLAN = 'innovation-2026';

/** The region of the demo: a hub for each member and observer of the OTS. All are invented. */
export const REGION: readonly DemoHub[] = [
  { id: DEMO_HUB, name: 'Xəzər Demo Hab', country: 'AZ' },
  { id: 'demo-kz', name: 'Дала демо-хабы', country: 'KZ' },
  { id: 'demo-kg', name: 'Ала-Тоо демо-хабы', country: 'KG' },
  { id: 'demo-tr', name: 'Boğaz Demo Merkezi', country: 'TR' },
  { id: 'demo-uz', name: 'Zarafshon demo xabi', country: 'UZ' },
  { id: 'demo-hu', name: 'Duna Demó Központ', country: 'HU' },
  { id: 'demo-tm', name: 'Garagum demo haby', country: 'TM' },
  { id: 'demo-xn', name: 'Beşparmak Demo Merkezi', country: 'XN' },
];

/** The hub of a country; that of the page for whoever states none, or another. */
export const hubOf = (country: CountryCode | undefined): DemoHub =>
  REGION.find((hub) => hub.country === country) ?? (REGION[0] as DemoHub);

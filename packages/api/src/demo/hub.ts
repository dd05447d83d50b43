import type { CountryCode } from '@kopru/sdk/facets';

/** A hub of the demo. */
export interface DemoHub {
  readonly id: string;
  readonly name: string;
  readonly country: CountryCode;
  /** Stages through which it leads those whom it admits, in its language. */
  readonly pipeline: readonly string[];
}

/** The hub that the local server leaves a key of, and that pasted texts are matched in. */
export const DEMO_HUB = 'demo';

/** The action plan of that hub. */
export const DEMO_PLAN = 'innovation-2026';

/** The region of the demo: a hub for each member and observer of the OTS. All are invented. */
// biome-ignore format: a hub, a line
export const REGION: readonly DemoHub[] = [
  { id: DEMO_HUB, name: 'Xəzər Demo Hab', country: 'AZ', pipeline: ['İdeya', 'Prototip', 'Pilot', 'İlk satış', 'Kommersiyalaşma'] },
  { id: 'demo-kz', name: 'Дала демо-хабы', country: 'KZ', pipeline: ['Идея', 'Прототип', 'Пилот', 'Алғашқы сатылым', 'Коммерцияландыру'] },
  { id: 'demo-kg', name: 'Ала-Тоо демо-хабы', country: 'KG', pipeline: ['Идея', 'Прототип', 'Пилот', 'Алгачкы сатуу', 'Коммерциялаштыруу'] },
  { id: 'demo-tr', name: 'Boğaz Demo Merkezi', country: 'TR', pipeline: ['Fikir', 'Prototip', 'Pilot', 'İlk satış', 'Ticarileşme'] },
  { id: 'demo-uz', name: 'Zarafshon demo xabi', country: 'UZ', pipeline: ['G‘oya', 'Prototip', 'Pilot', 'Ilk sotuv', 'Tijoratlashtirish'] },
  { id: 'demo-hu', name: 'Duna Demó Központ', country: 'HU', pipeline: ['Ötlet', 'Prototípus', 'Kísérlet', 'Első eladás', 'Piacra vitel'] },
  { id: 'demo-tm', name: 'Garagum demo haby', country: 'TM', pipeline: ['Pikir', 'Nusga', 'Synag', 'Ilkinji satuw', 'Täjirçilik'] },
  { id: 'demo-xn', name: 'Beşparmak Demo Merkezi', country: 'XN', pipeline: ['Fikir', 'Prototip', 'Pilot', 'İlk satış', 'Ticarileşme'] },
];

/** The hub of a country; that of the page for whoever states none, or another. */
export const hubOf = (country: CountryCode | undefined): DemoHub =>
  REGION.find((hub) => hub.country === country) ?? (REGION[0] as DemoHub);

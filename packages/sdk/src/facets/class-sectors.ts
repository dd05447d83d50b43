import { parseClassification } from './classifications.ts';
import type { SectorCode } from './sectors.ts';

/**
 * The sectors of which a class, a subclass or a main group plainly speaks. Most classes stand for none: `G06F` is
 * computing of every kind, `B01D` separation in whichever plant. Those are left out, and the text has to tell.
 *
 * Source: the titles of the classes in the IPC 2025.01 (WIPO), read against the taxonomy by hand.
 */
const SECTORS_OF: Readonly<Partial<Record<SectorCode, string>>> = {
  crop_production: 'A01B A01C A01D A01F A01H A01N C05',
  irrigation: 'A01G25',
  livestock: 'A01K1 A01K5 A01K7 A01K11 A01K29 A01J',
  veterinary: 'A61D',
  forestry: 'A01G23 B27',
  fisheries: 'A01K61 A01K63 A01K69 A01K73 A01K79',
  food_processing: 'A21 A22 A23 C12C C12G C12H C13',
  water_supply: 'C02F E03',
  waste_recycling: 'B09 B65F',
  carbon_management: 'Y02C',
  renewables: 'F03B13 F03D F24S H02S',
  power_grid: 'H02B H02J3 H02J13',
  energy_storage: 'H01M4 H01M10 H02J7 H02J15 F28D20',
  hydrogen: 'C01B3 H01M8 C25B1',
  oil_gas: 'E21B C10G',
  mining: 'E21C E21D E21F B03 C22B',
  robotics_automation: 'B25J G05B19',
  semiconductors_sensors: 'H10 H01L',
  advanced_materials: 'B82 C30B C08J5',
  chemistry: 'C07 C09',
  textiles: 'D01 D02 D03 D04 D05 D06',
  construction: 'E01 E02 E04 E06 C04B',
  electric_mobility: 'B60L',
  automotive: 'B60K B60W B62D F02',
  aviation_space: 'B64',
  ports_rail: 'B61 B63',
  warehousing_delivery: 'B65G',
  cold_chain: 'F25D',
  fashion_crafts: 'A41 A42 A43 A44',
  consumer_goods: 'A45 A46 A47',
  payments: 'G06Q20',
  diagnostics: 'A61B5 A61B6 A61B8 G01N33',
  medical_devices: 'A61B17 A61B18 A61B34 A61F A61G A61J A61L A61M A61N',
  digital_health: 'G16H',
  pharma: 'A61K A61P',
  biotech: 'C12M C12N C12P C12Q',
  telecom: 'H04B H04W H04M',
  cybersecurity: 'H04L9 G06F21',
  language_ai: 'G06F40 G10L15',
  ai_data: 'G06N',
  metrology_testing: 'G01B G01D G01F G01G G01K G01L G01R',
  gaming: 'A63F',
  sports: 'A63B A63C',
};

const SECTOR_OF = new Map(
  Object.entries(SECTORS_OF).flatMap(([sector, symbols]) =>
    symbols.split(' ').map((symbol) => [symbol, sector as SectorCode] as const),
  ),
);

/** The sectors of which symbols speak, in the order of their names: of each the main group, else the subclass, else the class. */
export function sectorsOfClasses(symbols: readonly string[]): SectorCode[] {
  const found = symbols.flatMap((symbol) => {
    const { code, class: top, subclass } = parseClassification(symbol) ?? { code: '', class: '' };
    const group = code.split('/')[0]?.replace(' ', '') ?? '';
    return SECTOR_OF.get(group) ?? SECTOR_OF.get(subclass ?? '') ?? SECTOR_OF.get(top) ?? [];
  });
  return [...new Set(found)].sort();
}

/**
 * The sector taxonomy: two levels, fields and the sectors of each field. A profile may name either.
 * `section` holds the section letters of ISIC Rev. 4 (the same in NACE Rev. 2) under which most of a
 * sector's startups would register; software that serves a field is counted to the field it serves.
 *
 * @module
 */

const TAXONOMY = {
  agrifood: {
    section: ['A', 'C', 'I'],
    sectors: {
      crop_production: ['A'],
      irrigation: ['A', 'E'],
      livestock: ['A'],
      veterinary: ['M'],
      forestry: ['A'],
      fisheries: ['A'],
      food_processing: ['C'],
      food_service: ['I'],
    },
  },
  environment: {
    section: ['E'],
    sectors: {
      water_supply: ['E'],
      waste_recycling: ['E'],
      carbon_management: ['E', 'M'],
      climate_risk: ['M', 'O'],
    },
  },
  energy: {
    section: ['D'],
    sectors: {
      renewables: ['D'],
      power_grid: ['D'],
      energy_storage: ['C', 'D'],
      hydrogen: ['C', 'D'],
      energy_efficiency: ['D', 'F'],
    },
  },
  extraction: {
    section: ['B'],
    sectors: {
      oil_gas: ['B', 'C'],
      mining: ['B', 'C'],
    },
  },
  manufacturing: {
    section: ['C'],
    sectors: {
      robotics_automation: ['C'],
      semiconductors_sensors: ['C'],
      advanced_materials: ['C'],
      chemistry: ['C'],
      textiles: ['C'],
    },
  },
  construction_property: {
    section: ['F', 'L'],
    sectors: {
      construction: ['F'],
      real_estate: ['L'],
    },
  },
  transport: {
    section: ['H', 'C'],
    sectors: {
      urban_mobility: ['H'],
      electric_mobility: ['C', 'H'],
      automotive: ['C', 'G'],
      aviation_space: ['C', 'H'],
    },
  },
  logistics_trade: {
    section: ['H', 'G'],
    sectors: {
      freight: ['H'],
      ports_rail: ['H'],
      warehousing_delivery: ['H'],
      cold_chain: ['H'],
      customs_trade: ['G', 'H'],
    },
  },
  commerce: {
    section: ['G', 'C'],
    sectors: {
      retail: ['G'],
      marketplaces: ['G'],
      fashion_crafts: ['C', 'G'],
      consumer_goods: ['C', 'G'],
    },
  },
  finance: {
    section: ['K'],
    sectors: {
      payments: ['K'],
      remittances: ['K'],
      lending: ['K'],
      banking: ['K'],
      islamic_finance: ['K'],
      insurance: ['K'],
      agri_finance: ['K'],
      capital_markets: ['K'],
    },
  },
  health: {
    section: ['Q', 'C', 'M'],
    sectors: {
      diagnostics: ['C', 'Q'],
      medical_devices: ['C'],
      digital_health: ['Q', 'J'],
      mental_health: ['Q'],
      elderly_care: ['Q'],
      hospital_operations: ['Q'],
      pharma: ['C', 'G'],
      biotech: ['C', 'M'],
    },
  },
  education: {
    section: ['P'],
    sectors: {
      edtech: ['P', 'J'],
      vocational_training: ['P'],
    },
  },
  digital: {
    section: ['J'],
    sectors: {
      telecom: ['J'],
      cybersecurity: ['J'],
      data_centres: ['J'],
      language_ai: ['J'],
      ai_data: ['J'],
      developer_tools: ['J'],
    },
  },
  business_services: {
    section: ['M', 'N', 'J'],
    sectors: {
      business_software: ['J'],
      hr_tech: ['N'],
      legal_tech: ['M'],
      accounting_tax: ['M'],
      marketing_sales: ['M'],
      ip_tech_transfer: ['M', 'N'],
      metrology_testing: ['M'],
      certification: ['M'],
    },
  },
  public_sector: {
    section: ['O', 'S'],
    sectors: {
      public_services: ['O'],
      digital_identity: ['O', 'J'],
      social_impact: ['Q', 'S'],
    },
  },
  culture_leisure: {
    section: ['R', 'J', 'N', 'I'],
    sectors: {
      media_entertainment: ['J'],
      gaming: ['J'],
      culture_heritage: ['R'],
      sports: ['R'],
      events: ['N', 'R'],
      travel_tourism: ['I', 'N'],
    },
  },
} as const;

type Taxonomy = typeof TAXONOMY;

/** A field: the first level. */
export type FieldCode = keyof Taxonomy;
/** A field or a sector of a field. */
export type SectorCode = FieldCode | { [F in FieldCode]: keyof Taxonomy[F]['sectors'] }[FieldCode];

export interface Sector {
  readonly code: SectorCode;
  /** The field that the sector belongs to; `null` for a field. */
  readonly parent: FieldCode | null;
  /** Section letters, `A` to `U`. */
  readonly section: readonly string[];
}

/** The whole taxonomy: each field, followed by its sectors. */
export const SECTORS: readonly Sector[] = (Object.keys(TAXONOMY) as FieldCode[]).flatMap((field) => [
  { code: field, parent: null, section: TAXONOMY[field].section },
  ...Object.entries<readonly string[]>(TAXONOMY[field].sectors).map(([code, section]) => ({
    code: code as SectorCode,
    parent: field,
    section,
  })),
]);

const BY_CODE: ReadonlyMap<string, Sector> = new Map(SECTORS.map((sector) => [sector.code, sector]));

/** Whether a value is the code of a sector or of a field. */
export const isSectorCode = (value: unknown): value is SectorCode => typeof value === 'string' && BY_CODE.has(value);

/** The field of a sector; `null` for a field itself. */
export const parentOf = (code: SectorCode): FieldCode | null => BY_CODE.get(code)?.parent ?? null;

/** Forms of funding, the conventional ones first. */
export const INSTRUMENTS = [
  'equity',
  'safe',
  'convertible',
  'grant',
  'debt',
  'revenue_based',
  'murabaha',
  'musharaka',
  'mudaraba',
  'ijara',
  'sukuk',
] as const;
export type InstrumentCode = (typeof INSTRUMENTS)[number];

/**
 * Whether the form carries no interest. The five Islamic forms follow the Shari'ah standards of
 * AAOIFI. A convertible is a loan that accrues interest until it converts, a SAFE is not a loan;
 * revenue-based finance repays more than was lent, so those who avoid interest should not be offered it.
 */
const INTEREST_FREE: Readonly<Record<InstrumentCode, boolean>> = {
  equity: true,
  safe: true,
  convertible: false,
  grant: true,
  debt: false,
  revenue_based: false,
  murabaha: true,
  musharaka: true,
  mudaraba: true,
  ijara: true,
  sukuk: true,
};

/** Whether an instrument carries no interest. */
export const isInterestFree = (code: InstrumentCode): boolean => INTEREST_FREE[code];

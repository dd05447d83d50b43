import type { CountryCode } from '@kopru/sdk/facets';

/** Time zones that a form offers: those of our countries, and of places where their people live and invest. */
export const ZONES: readonly (readonly [zone: string, country: CountryCode])[] = [
  ['Asia/Baku', 'AZ'],
  ['Europe/Istanbul', 'TR'],
  ['Asia/Almaty', 'KZ'],
  ['Asia/Bishkek', 'KG'],
  ['Asia/Tashkent', 'UZ'],
  ['Asia/Ashgabat', 'TM'],
  ['Europe/Budapest', 'HU'],
  ['Asia/Nicosia', 'CY'],
  ['Europe/Moscow', 'RU'],
  ['Asia/Tbilisi', 'GE'],
  ['Asia/Dubai', 'AE'],
  ['Europe/Berlin', 'DE'],
  ['Europe/London', 'GB'],
  ['America/New_York', 'US'],
  ['America/Los_Angeles', 'US'],
  ['Asia/Singapore', 'SG'],
  ['Asia/Seoul', 'KR'],
];

/**
 * Where the members and observers of the Organization of Turkic States stand on the map: the middles of the
 * countries (longitude, latitude) on a plain grid, and on which side of its dot a name has room.
 *
 * @module
 */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly label: 'above' | 'below' | 'before';
}

/** Size of the map in its own units. */
export const MAP = { width: 640, height: 280 } as const;

/** Equirectangular, 9.4 units a degree of longitude and 13.2 of latitude, as at 45° north. */
const at = (longitude: number, latitude: number, label: Place['label']): Place => ({
  x: Math.round((longitude - 13.5) * 9.4),
  y: Math.round((52.5 - latitude) * 13.2),
  label,
});

export const PLACES: ReadonlyMap<string, Place> = new Map([
  ['HU', at(19.5, 47.2, 'above')],
  ['XN', at(33.5, 35.3, 'below')],
  ['TR', at(35.2, 39, 'before')],
  ['AZ', at(47.7, 40.3, 'above')],
  ['TM', at(59.4, 39.1, 'below')],
  ['KZ', at(67.3, 48.1, 'above')],
  ['UZ', at(64.5, 41.6, 'above')],
  ['KG', at(74.6, 41.4, 'below')],
]);

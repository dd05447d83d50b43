import { createRandom } from '../random.ts';

/** Preferences of one side: row by row, the probability in [0,1] that it likes each of the other side. */
export interface Preferences {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float64Array;
}

export interface ReciprocalMarket {
  readonly left: Preferences;
  readonly right: Preferences;
}

/**
 * The synthetic market of Tomita & Yokoyama (RecSys 2024, section 5.1): (1 − λ) · uniform +
 * λ · popularity, which falls in equal steps from 1 for the first of the other side to 0 for the last.
 */
export function simulate(rows: number, columns: number, lambda: number, seed: number): ReciprocalMarket {
  const random = createRandom(seed);
  const side = (own: number, other: number): Preferences => ({
    rows: own,
    columns: other,
    values: Float64Array.from(
      { length: own * other },
      (_, k) => (1 - lambda) * random() + lambda * (1 - (k % other) / (other - 1)),
    ),
  });
  return { left: side(rows, columns), right: side(columns, rows) };
}

export function transpose({ rows, columns, values }: Preferences): Preferences {
  const turned = new Float64Array(values.length);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) turned[j * rows + i] = values[i * columns + j] as number;
  }
  return { rows: columns, columns: rows, values: turned };
}

import { type Preferences, type ReciprocalMarket, transpose } from './simulate.ts';

/** For each profile of a side, row by row, the probability that it looks at each of the other side: 1 / rank in its list. */
export type Examination = Preferences;

export interface Lists {
  readonly left: Examination;
  readonly right: Examination;
}

export interface Outcome {
  /** Expected number of matches: both look at each other and like each other, independently. */
  readonly matches: number;
  /** How many profiles of both sides envy another of their side. */
  readonly envious: number;
}

/** @param order positions of the other side in the order of the list, row by row. */
export function examine(rows: number, columns: number, order: (row: number) => ArrayLike<number>): Examination {
  const values = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i++) {
    const list = order(i);
    for (let place = 0; place < list.length; place++) values[i * columns + (list[place] as number)] = 1 / (place + 1);
  }
  return { rows, columns, values };
}

export function measure(market: ReciprocalMarket, lists: Lists): Outcome {
  const fromRight = transpose(market.right);
  const seenByRight = transpose(lists.right);
  // Probability that a match follows where the other looks; and the same from the other side.
  const left = product(market.left, lists.left, fromRight);
  const right = product(market.right, lists.right, transpose(market.left));
  let matches = 0;
  for (let k = 0; k < left.values.length; k++)
    matches += (left.values[k] as number) * (seenByRight.values[k] as number);
  return { matches, envious: envious(left, seenByRight) + envious(right, transpose(lists.left)) };
}

function product(first: Preferences, ...others: Preferences[]): Preferences {
  return {
    ...first,
    values: first.values.map((value, k) => others.reduce((p, { values }) => p * (values[k] as number), value)),
  };
}

/**
 * How many of a side envy another. Profile i envies k if it would expect more matches with k's places in
 * the lists of the other side, all else as it is (Tomita & Yokoyama, definition 2; tolerance 1e-9 as in
 * their code).
 *
 * @param gain for each pair, the probability of a match if the other looks.
 * @param seen for each pair, the probability that the other looks.
 */
function envious(gain: Preferences, seen: Preferences): number {
  const { rows, columns } = gain;
  const withPlacesOf = (i: number, k: number) => {
    let sum = 0;
    for (let j = 0; j < columns; j++)
      sum += (gain.values[i * columns + j] as number) * (seen.values[k * columns + j] as number);
    return sum;
  };
  let count = 0;
  for (let i = 0; i < rows; i++) {
    const own = withPlacesOf(i, i);
    for (let k = 0; k < rows; k++) {
      if (withPlacesOf(i, k) > own + 1e-9) {
        count++;
        break;
      }
    }
  }
  return count;
}

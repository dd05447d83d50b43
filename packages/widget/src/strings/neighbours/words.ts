import type { Notice } from '../words.ts';

/** The words of `<kopru-neighbours>` in one language, beside those of {@link Words}. */
export interface NeighbourWords {
  /** How many there are. */
  readonly found: (count: number) => string;
  /** What the number and the bar of a neighbour measure. */
  readonly likeness: string;
  /** Label of the classes that both patents state. */
  readonly classes: string;
  /** Whose sentence it is: that of the patent that was asked about, or that of its neighbour. */
  readonly sides: Readonly<Record<'subject' | 'neighbour', string>>;
  readonly loading: string;
  readonly idle: Notice;
  readonly empty: Notice;
  readonly error: Notice;
}

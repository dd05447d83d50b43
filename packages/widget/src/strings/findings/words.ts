import type { CoInvestmentWords } from '../co-investment/words.ts';
import type { NeighbourWords } from '../neighbours/words.ts';

/** What elements say that each ask one thing of a profile. In one file: the pin of a file is loaded with every element. */
export interface FindingWords {
  /** Of `<kopru-co-investment>`. */
  readonly round: CoInvestmentWords;
  /** Of `<kopru-neighbours>`. */
  readonly neighbours: NeighbourWords;
}

/**
 * `kopru why-not`: which limits keep two profiles apart, and what would let them meet.
 *
 * @module
 */
import { loadPair, type MakeModel, type PairOptions, realModel } from './matching/load-pair.ts';
import { whyNotText } from './output/pair-text.ts';
import { wordsOf } from './report/words.ts';
import { EXIT, type ExitCode } from './terminal/exit.ts';
import type { Io } from './terminal/io.ts';
import { writeJson } from './terminal/json.ts';

export type WhyNotOptions = PairOptions;

export async function runWhyNot(options: WhyNotOptions, io: Io, makeModel: MakeModel = realModel): Promise<ExitCode> {
  const view = await loadPair(options, io, makeModel);
  if (options.json) writeJson(io, view);
  else io.stdout.write(whyNotText(view, await wordsOf(options.lang ?? io.locale)));
  return EXIT.ok;
}

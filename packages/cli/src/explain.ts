/**
 * `kopru explain`: why two profiles fit as they do.
 *
 * @module
 */
import { loadPair, type MakeModel, type PairOptions, realModel } from './matching/load-pair.ts';
import { explainText } from './output/pair-text.ts';
import { wordsOf } from './report/words.ts';
import { EXIT, type ExitCode } from './terminal/exit.ts';
import type { Io } from './terminal/io.ts';
import { writeJson } from './terminal/json.ts';

export type ExplainOptions = PairOptions;

export async function runExplain(options: ExplainOptions, io: Io, makeModel: MakeModel = realModel): Promise<ExitCode> {
  const view = await loadPair(options, io, makeModel);
  if (options.json) writeJson(io, view);
  else io.stdout.write(explainText(view, await wordsOf(options.lang ?? io.locale)));
  return EXIT.ok;
}

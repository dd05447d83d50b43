/**
 * `node --conditions=@kopru/source eval/run.ts NAME [arguments]`: runs one evaluation.
 *
 * The last line of stdout is its JSON, and the only one; progress and errors go to stderr. Exit
 * code 0: measured. 2: the call or the file given is wrong. 1: the evaluation failed.
 *
 * @module
 */
import { ablation } from './ablation.ts';
import { assign } from './assign.ts';
import { bias } from './bias.ts';
import { calibrate } from './calibrate.ts';
import { corpus } from './corpus.ts';
import { type Evaluation, InputError, UsageError } from './evaluation.ts';
import { experts } from './experts.ts';
import { funds } from './funds.ts';
import { labs } from './labs.ts';
import { learn } from './learn.ts';
import { mandates } from './mandates.ts';
import { market } from './market/market.ts';
import { needs } from './needs.ts';
import { neighbours } from './neighbours.ts';
import { offers } from './offers.ts';
import { pairingEvaluation } from './pairing.ts';
import { pairs } from './pairs.ts';
import { patentLabs } from './patent-labs.ts';
import { patents } from './patents.ts';
import { programmes } from './programmes.ts';
import { reciprocal } from './reciprocal/reciprocal.ts';
import { sectors } from './sectors.ts';
import { startupLabs } from './startup-labs.ts';
import { vectorize } from './vectorize.ts';

const EVALUATIONS: ReadonlyMap<string, Evaluation> = new Map([
  ['pairs', pairs],
  ['corpus', corpus],
  ['calibrate', calibrate],
  ['market', market],
  ['reciprocal', reciprocal],
  ['ablation', ablation],
  ['bias', bias],
  ['mandates', mandates],
  ['funds', funds],
  ['experts', pairingEvaluation(experts)],
  ['programmes', pairingEvaluation(programmes)],
  ['patents', pairingEvaluation(patents)],
  ['labs', pairingEvaluation(labs)],
  ['startup-labs', pairingEvaluation(startupLabs)],
  ['patent-labs', pairingEvaluation(patentLabs)],
  ['needs', pairingEvaluation(needs)],
  ['offers', pairingEvaluation(offers)],
  ['neighbours', neighbours],
  ['learn', learn],
  ['sectors', sectors],
  ['assign', assign],
  ['vectorize', vectorize],
]);

const progress = (line: string): void => console.error(line);

async function createEmbedder() {
  progress('loading the model');
  // Only now, so that a wrong call is answered at once.
  const model = await import('@kopru/model');
  return model.createEmbedder();
}

/** @returns the exit code. */
async function run([name, ...args]: readonly string[]): Promise<number> {
  const evaluation = EVALUATIONS.get(name ?? '');
  if (!evaluation) {
    progress(`${name === undefined ? 'Name an evaluation' : `Unknown evaluation "${name}"`}. There are:\n${list()}`);
    return 2;
  }
  try {
    console.log(JSON.stringify(await evaluation.run(args, { createEmbedder, progress })));
    return 0;
  } catch (error) {
    if (error instanceof UsageError) progress(`${error.message}\nUsage: npm run eval -- ${name} ${evaluation.usage}`);
    else if (error instanceof InputError) progress(error.message);
    else progress(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return error instanceof UsageError || error instanceof InputError ? 2 : 1;
  }
}

function list(): string {
  return [...EVALUATIONS]
    .map(([name, { usage, summary }]) => `  ${`${name} ${usage}`.trim()}\n      ${summary}`)
    .join('\n');
}

process.exitCode = await run(process.argv.slice(2));

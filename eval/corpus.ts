import { readArguments } from './arguments.ts';
import { compare } from './compare.ts';
import { type Evaluation, UsageError } from './evaluation.ts';
import { readCorpus, SPLITS, type Split } from './texts.ts';

export const corpus: Evaluation = {
  usage: `--split ${SPLITS.join('|')} [--baselines]`,
  summary: 'the same on a split of our corpus: theses of nine languages against startups of nine languages',
  async run(args, context) {
    const { values } = readArguments(args, 0, {
      split: { type: 'string' },
      baselines: { type: 'boolean', default: false },
    });
    if (!isSplit(values.split)) throw new UsageError(`--split must be one of ${SPLITS.join(', ')}`);
    const report = await compare('corpus.tsv', await readCorpus(values.split), values, context);
    return { split: values.split, ...report };
  },
};

function isSplit(value: string | undefined): value is Split {
  return (SPLITS as readonly (string | undefined)[]).includes(value);
}

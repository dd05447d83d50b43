import { resolve } from 'node:path';
import { readArguments } from './arguments.ts';
import { compare } from './compare.ts';
import type { Evaluation } from './evaluation.ts';
import { parsePairs } from './texts.ts';
import { readBytes } from './tsv.ts';

export const pairs: Evaluation = {
  usage: 'FILE.tsv [--baselines]',
  summary: 'how well theses find the startups of their topic, on a file of yours (topic, kind, lang, text)',
  async run(args, context) {
    const { positionals, values } = readArguments(args, 1, { baselines: { type: 'boolean', default: false } });
    const [file] = positionals as [string];
    // npm runs a script in the project's folder; INIT_CWD is the folder in which the user typed the path.
    const bytes = await readBytes(resolve(process.env.INIT_CWD ?? '', file));
    return compare(file, parsePairs(file, bytes), values, context);
  },
};

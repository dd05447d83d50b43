import { fileURLToPath } from 'node:url';
import { InputError, type InputIssue } from './evaluation.ts';
import { parseTsv, readBytes } from './tsv.ts';

const KINDS = ['startup', 'thesis'] as const;
export type Kind = (typeof KINDS)[number];

/** A text of which we know what it should find: a thesis and a startup of one topic fit each other. */
export interface LabelledText {
  readonly topic: string;
  readonly kind: Kind;
  /** Language of the text, as the file names it. */
  readonly lang: string;
  readonly text: string;
  /** Line of the file it came from. */
  readonly line: number;
}

/** The splits on which the model can be judged; `train` is what it was trained on. */
export const SPLITS = ['dev', 'test'] as const;
export type Split = (typeof SPLITS)[number];

/** The nine languages, in the order of the corpus' columns. */
export const LANGUAGES = ['az', 'tr', 'kk', 'ky', 'uz', 'tk', 'hu', 'ru', 'en'] as const;

/**
 * Reads a pairs file: columns topic, kind (`startup` or `thesis`), lang, text.
 *
 * @throws {InputError} naming line, column and rule of every cell at fault.
 */
export function parsePairs(file: string, bytes: Uint8Array): LabelledText[] {
  const columns = ['topic', 'kind', 'lang', 'text'] as const;
  const issues: InputIssue[] = [];
  const texts = parseTsv(file, bytes, columns).map(({ line, cells }) => {
    const [topic, kind, lang, text] = columns.map((column) => {
      const value = cells.get(column) as string;
      if (value.trim() === '') issues.push({ line, column, rule: 'is empty' });
      return value;
    }) as [string, string, string, string];
    if (kind.trim() !== '' && !isKind(kind)) {
      issues.push({
        line,
        column: 'kind',
        rule: `must be ${KINDS.join(' or ')}, is ${JSON.stringify(kind.slice(0, 40))}`,
      });
    }
    return { topic, kind: kind as Kind, lang, text, line };
  });
  if (issues.length > 0) throw new InputError(file, issues);
  return texts;
}

/** The corpus beside this file, read as labelled texts of one split: topic by topic, language by language. */
export async function readCorpus(split: Split): Promise<LabelledText[]> {
  const path = fileURLToPath(new URL('data/corpus.tsv', import.meta.url));
  const rows = parseTsv('corpus.tsv', await readBytes(path), ['topic', 'split', 'kind', ...LANGUAGES]);
  return rows
    .filter(({ cells }) => cells.get('split') === split)
    .flatMap(({ line, cells }) =>
      LANGUAGES.map((lang) => ({
        topic: cells.get('topic') as string,
        kind: cells.get('kind') as Kind,
        lang,
        text: cells.get(lang) as string,
        line,
      })),
    );
}

function isKind(value: string): value is Kind {
  return (KINDS as readonly string[]).includes(value);
}

import { describe, expect, it } from 'vitest';
import { InputError } from './evaluation.ts';
import { LANGUAGES, parsePairs, readCorpus, SPLITS } from './texts.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const parse = (text: string) => parsePairs('mine.tsv', bytes(text));

const FILE = 'topic\tkind\tlang\ttext\na1\tstartup\tkk\tТопырақ «зонды»\na1\tthesis\ten\tSoil "probes", please\n';

function messageOf(text: string | Uint8Array): string {
  try {
    parsePairs('mine.tsv', typeof text === 'string' ? bytes(text) : text);
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  throw new Error('the file was accepted');
}

describe('a pairs file', () => {
  it('gives its texts as they stand, with their lines: quotation marks are letters like others', () => {
    expect(parse(FILE)).toEqual([
      { topic: 'a1', kind: 'startup', lang: 'kk', text: 'Топырақ «зонды»', line: 2 },
      { topic: 'a1', kind: 'thesis', lang: 'en', text: 'Soil "probes", please', line: 3 },
    ]);
  });

  it('is read the same with CRLF, with a byte order mark and without a last line break', () => {
    const plain = parse(FILE);
    expect(parse(FILE.replaceAll('\n', '\r\n'))).toEqual(plain);
    expect(parse(`\uFEFF${FILE}`)).toEqual(plain);
    expect(parse(FILE.trimEnd())).toEqual(plain);
  });

  it('may have its columns in any order, and more of them', () => {
    const [text] = parse('note\ttext\tlang\tkind\ttopic\nx\tSoil\ten\tthesis\ta1\n');
    expect(text).toEqual({ topic: 'a1', kind: 'thesis', lang: 'en', text: 'Soil', line: 2 });
  });
});

describe('a pairs file with a mistake is refused with file, line, column and rule:', () => {
  it('every missing column', () => {
    expect(messageOf('topic\tkind\ttext\na\tthesis\tx\n')).toBe('mine.tsv:1: column "lang": is missing');
    expect(messageOf('')).toContain('column "topic": is missing');
  });
  it('a column that is named twice', () => {
    expect(messageOf('topic\tkind\tlang\ttext\ttext\n')).toBe('mine.tsv:1: column "text": is named twice');
  });
  it('an unknown kind', () => {
    expect(messageOf(`${FILE}a2\tfounder\ten\tSoil\n`)).toBe(
      'mine.tsv:4: column "kind": must be startup or thesis, is "founder"',
    );
  });
  it('an empty text, also one of spaces', () => {
    expect(messageOf(`${FILE}a2\tthesis\ten\t \n`)).toBe('mine.tsv:4: column "text": is empty');
  });
  it('a row with too few or too many cells, an empty row in the middle included', () => {
    expect(messageOf(`${FILE}a2\tthesis\ten\na3\tthesis\ten\tx\ty\n\na4\tthesis\ten\tx\n`)).toBe(
      'mine.tsv:4: has 3 cells where the header has 4\n' +
        'mine.tsv:5: has 5 cells where the header has 4\n' +
        'mine.tsv:6: has 1 cells where the header has 4',
    );
  });
  it('bytes that are not UTF-8', () => {
    expect(messageOf(Uint8Array.of(0x74, 0xff, 0xfe))).toBe('mine.tsv:1: the file is not valid UTF-8');
  });
  it('twenty places, and how many more there are', () => {
    const lines = messageOf(FILE + 'a\tfounder\ten\tx\n'.repeat(50)).split('\n');
    expect(lines).toHaveLength(21);
    expect(lines.at(-1)).toBe('… and 30 more');
  });
});

describe('the corpus', () => {
  it.each(SPLITS)('has in its %s split a thesis and a startup of every topic in nine languages', async (split) => {
    const texts = await readCorpus(split);
    const topics = Map.groupBy(texts, (t) => t.topic);
    expect(topics.size).toBe({ dev: 25, test: 68 }[split]);
    for (const of of topics.values()) {
      const labels = of.map((t) => `${t.kind} ${t.lang}`).sort();
      expect(labels).toEqual(
        ['startup', 'thesis'].flatMap((kind) => LANGUAGES.map((lang) => `${kind} ${lang}`)).sort(),
      );
    }
    expect(texts.filter((t) => t.text.trim() === '')).toEqual([]);
  });
});

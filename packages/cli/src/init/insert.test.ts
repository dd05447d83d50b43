import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffOf } from './diff.ts';
import { hasWidget, insertAt, placeIn, widgetLines } from './insert.ts';

const LINES = widgetLines({
  url: 'https://kopru.example',
  key: 'kopru_pk_abc',
  token: '/kopru/token',
  script: 'kopru-matches.js',
});

const put = (html: string): string => {
  const place = placeIn(html);
  return place ? insertAt(html, place, LINES) : html;
};

describe('the widget in a page', () => {
  test('goes before the end of main, one step deeper', () => {
    expect(put('<body>\n  <main>\n    <p>a</p>\n  </main>\n  <footer></footer>\n</body>\n')).toBe(
      `<body>\n  <main>\n    <p>a</p>\n    ${LINES[0]}\n    ${LINES[1]}\n  </main>\n  <footer></footer>\n</body>\n`,
    );
  });

  test('goes before the end of the body where there is no main', () => {
    expect(put('<BODY><p>a</p></BODY>')).toBe(`<BODY><p>a</p>\n${LINES[0]}\n${LINES[1]}\n</BODY>`);
  });

  test('is indented and ends its lines as the page does', () => {
    expect(put('<body>\r\n\t<main>\r\n\t</main>\r\n</body>')).toBe(
      `<body>\r\n\t<main>\r\n\t\t${LINES[0]}\r\n\t\t${LINES[1]}\r\n\t</main>\r\n</body>`,
    );
  });

  test('takes no tag in a comment, a script or a template for one of the page', () => {
    const page = (inside: string) => `<body>\n${inside}\n</body>\n<!-- </body> -->\n`;
    for (const inside of ['<!-- </main> -->', '<script>"</main>"</script>', '<template><main></main></template>'])
      expect(put(page(inside))).toBe(`<body>\n${inside}\n  ${LINES[0]}\n  ${LINES[1]}\n</body>\n<!-- </body> -->\n`);
  });

  test('is found where it is, and not where it is only spoken of', () => {
    expect(hasWidget('<p><kopru-matches api="x"></kopru-matches></p>')).toBe(true);
    expect(hasWidget('<KOPRU-MATCHES>')).toBe(true);
    expect(hasWidget('<!-- <kopru-matches> --><p>kopru-matches</p>')).toBe(false);
  });

  test('a page that closes neither has no place', () => {
    expect(placeIn('<p>a</p>')).toBeUndefined();
  });

  test('values cannot leave their attribute', () => {
    const [, element] = widgetLines({ url: 'https://a.example/"><b>', key: 'k', token: '/t?a=1&b=2', script: 's' });
    expect(element).toBe(
      '<kopru-matches api="https://a.example/&quot;&gt;&lt;b&gt;" key="k" data-token="/t?a=1&amp;b=2"></kopru-matches>',
    );
  });

  const parts = fc.constantFrom(
    '<p>x</p>',
    '\n',
    '\r\n',
    '  ',
    '\t',
    '<main>',
    '</main>',
    '<!-- -->',
    'ü',
    '<script>',
    '</script>',
  );
  const pages = fc.array(parts).map((all) => `<body>${all.join('')}</body>\n`);

  test('leaves every other character, and is put in once', () => {
    fc.assert(
      fc.property(pages, (html) => {
        const after = put(html);
        if (after === html) return;
        const { at } = placeIn(html) as { at: number };
        expect(after.startsWith(html.slice(0, at))).toBe(true);
        expect(after.endsWith(html.slice(at))).toBe(true);
        expect(after.length).toBeGreaterThan(html.length);
        expect(hasWidget(after)).toBe(true);
      }),
    );
  });
});

describe('the diff', () => {
  test('says nothing of texts that are the same', () => {
    expect(diffOf('a.html', 'a\nb', 'a\nb')).toBe('');
  });

  test('makes one text of the other with git apply, whatever the two are', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kopru-diff-'));
    const line = fc.constantFrom('a', 'b', 'c', '');
    const text = fc
      .tuple(fc.array(line, { maxLength: 12 }), fc.boolean())
      .map(([lines, ended]) => lines.map((l) => `${l}\n`).join('') + (ended ? '' : 'end'));
    try {
      await fc.assert(
        fc.asyncProperty(text, text, async (before, after) => {
          fc.pre(before !== after && before !== '' && after !== '');
          await writeFile(join(folder, 'a.html'), before);
          await writeFile(join(folder, 'a.diff'), diffOf('a.html', before, after));
          await promisify(execFile)('git', ['apply', '-p0', '--unidiff-zero', 'a.diff'], { cwd: folder });
          expect(await readFile(join(folder, 'a.html'), 'utf8')).toBe(after);
        }),
        { numRuns: 60 },
      );
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});

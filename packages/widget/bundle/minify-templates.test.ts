import { describe, expect, test } from 'vitest';
import { minified } from './minify-templates.ts';

describe('a template', () => {
  test('of markup loses white space with a line break, and keeps spaces within a line', async () => {
    // Values are written in square brackets here.
    const module = (text: string) => text.replaceAll('[', '{').replaceAll(']', '}');
    const source = 'const a = html`<p>\n  $[x] $[y]\n</p>\n  <b>two  words</b> <i>b</i>$[c ? html`<u>\n  </u>` : z]`;';
    const small = 'const a = html`<p> $[x] $[y] </p><b>two  words</b> <i>b</i>$[c ? html`<u></u>` : z]`;';
    expect(await minified(module(source))).toBe(module(small));
  });

  test('of styles is written small, with its escapes', async () => {
    expect(await minified("const a = css`\n  .a {\n    color: red;\n    content: '✓' / '';\n  }\n`;")).toMatch(
      /^const a = css`\.a\{color:red;content:"(✓|\\\\2713)" ?\/ ?""\}`;$/,
    );
  });

  test('of another tag, and text in quotes, stay as they are', async () => {
    const source = 'const a = other`<p>\n  </p>`; const b = "css`\\n  a {}`"; // html`<p>\n';
    expect(await minified(source)).toBe(source);
  });
});

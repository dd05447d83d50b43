import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Html, html, raw } from './html.ts';

test('text is escaped, markup is not, lists are joined and what is absent is left out', () => {
  const items = ['a<b', 'c"d'].map((text) => html`<li>${text}</li>`);
  expect(String(html`<ul title="${`"'&`}">${items}${null}${undefined}${false}${0}</ul>`)).toBe(
    '<ul title="&quot;&#39;&amp;"><li>a&lt;b</li><li>c&quot;d</li>0</ul>',
  );
  expect(String(html`${raw('<br>')}`)).toBe('<br>');
});

test('no text opens a tag, ends an attribute or holds a control character', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('<script>alert(1)</script>', '" onload="x', "'><!--", '\u0000\u0007', '\ud83d', '&lt;'),
  );
  fc.assert(
    fc.property(fc.array(text), (texts) => {
      const made = html`<p title="${texts}">${texts}</p>`;
      expect(made).toBeInstanceOf(Html);
      const inside = String(made).slice('<p title="'.length, -'</p>'.length);
      expect(inside.match(/[<>"]/g)).toEqual(['"', '>']);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they must not be there
      expect(inside).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
      expect(inside.isWellFormed()).toBe(true);
    }),
  );
});

test('what is escaped reads as it was written', () => {
  const read = (markup: string) =>
    markup
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(read(String(html`${text}`))).toBe(text);
    }),
  );
});

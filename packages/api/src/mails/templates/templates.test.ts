import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contrast, textOn } from './contrast.ts';
import { cutAtSentence, cutAtWord } from './cut.ts';
import { fill } from './fill.ts';
import { toHtml } from './html.ts';
import type { Page } from './page.ts';
import { toText } from './text.ts';

const page = (more: Partial<Page> = {}): Page => ({
  lang: 'az',
  subject: 'Mövzu',
  preheader: 'Qısaca',
  brand: { name: 'Turan', color: '#00707a' },
  title: 'Başlıq',
  blocks: [{ is: 'text', text: 'Mətn' }],
  footer: { lines: ['Son'], links: [{ label: 'Abunəni ləğv et', url: 'https://kopru.example/mail/unsubscribe/a' }] },
  ...more,
});

const anyText = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.lorem({ maxCount: 60 }));

describe('a part of a mail', () => {
  test('is filled with escaped texts, each looked at once', () => {
    const values = { a: '{{b}} & <b "quoted">', b: 'never', c: '<i>html</i>' };
    expect(fill('<p title="{{a}}">{{a}}{{{c}}}</p>', values)).toBe(
      '<p title="{{b}} &amp; &lt;b &quot;quoted&quot;&gt;">{{b}} &amp; &lt;b &quot;quoted&quot;&gt;<i>html</i></p>',
    );
  });

  test('that lacks a value is an error', () => {
    expect(() => fill('{{name}}', {})).toThrow('needs the value "name"');
    expect(() => fill('{{toString}}', {})).toThrow(RangeError);
  });
});

describe('HTML', () => {
  test('has no element that a text could bring', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const evil = `${text}<script>alert(1)</script><img src=x onerror="alert(1)">`;
        const quote = { is: 'quote', heading: evil, text: evil, lang: evil } as const;
        const html = toHtml(page({ subject: evil, preheader: evil, title: evil, blocks: [quote] }));
        expect(html).not.toMatch(/<script|<img/);
      }),
      { numRuns: 50 },
    );
  });

  test('has the logo with the name of the hub as its text, or the name alone', () => {
    const logoUrl = 'https://hub.example/logo.png';
    expect(toHtml(page({ brand: { name: 'Turan', color: '#00707a', logoUrl } }))).toMatch(
      /<img src="https:\/\/hub\.example\/logo\.png" alt="Turan"/,
    );
    expect(toHtml(page())).not.toContain('<img');
  });
});

describe('plain text', () => {
  test('has lines of 72 characters at most where its words allow, and joins to the same text', () => {
    fc.assert(
      fc.property(anyText, (said) => {
        const [text] = [`${said} end`];
        const flowed = toText(page({ blocks: [{ is: 'text', text }] }));
        const block = flowed.slice(flowed.indexOf('======\n\n') + 8, flowed.indexOf('\n\n-- \n'));
        const lines = block.split('\n');
        for (const line of lines)
          if (line.trim().includes(' ')) expect([...line.trim()].length).toBeLessThanOrEqual(72);
        // As RFC 3676 has it: a line that ends in a space goes on, and a first space is stuffing.
        const joined = lines.map((line) => line.replace(/^ /, '')).join('');
        expect(joined).toBe(text.split(/\s+/).filter(Boolean).join(' '));
      }),
    );
  });

  test('never breaks an address', () => {
    const url = `https://kopru.example/mail/answer/${'a'.repeat(400)}`;
    const blocks = [{ is: 'answers', links: [{ label: 'Qəbul et', url }] }] as const;
    expect(toText(page({ blocks }))).toContain(`\n${url}\n`);
  });

  test('keeps a line from being read as a quote or as the begin of a mail', () => {
    expect(toText(page({ blocks: [{ is: 'text', text: 'From here on' }] }))).toContain('\n From here on\n');
    expect(toText(page({ blocks: [{ is: 'text', text: '> said' }] }))).toContain('\n > said\n');
  });
});

describe('a text that is too long', () => {
  test('ends with a whole sentence', () => {
    expect(cutAtSentence('Torpağı ölçürük. Xəritə veririk. Su qənaət edilir.', 34)).toBe(
      'Torpağı ölçürük. Xəritə veririk.',
    );
  });

  test('ends after a word of its first sentence when that is longer', () => {
    expect(cutAtSentence('Мақтааралда топырақтың тұздылығын өлшейміз', 30)).toBe('Мақтааралда топырақтың…');
  });

  test('is never longer than the room', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 2, max: 200 }), (text, most) => {
        expect([...cutAtSentence(text, most)].length).toBeLessThanOrEqual(most);
        expect([...cutAtWord(text, most)].length).toBeLessThanOrEqual(most);
      }),
    );
  });
});

test('a text on the colour of a hub has a contrast of 4.5 at least, whatever the colour', () => {
  expect(contrast('#ffffff', '#000000')).toBeCloseTo(21);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffffff }), (n) => {
      const color = `#${n.toString(16).padStart(6, '0')}`;
      expect(contrast(color, textOn(color))).toBeGreaterThanOrEqual(4.5);
    }),
    { numRuns: 2000 },
  );
});

/** Texts that would do harm, or break the layout, if they were anything but text: written by hand, and made of their parts. */

const BY_HAND: readonly string[] = [
  '<img src=x onerror="window.hacked=1">',
  '<script>window.hacked=1</script>',
  '</script><script>window.hacked=1</script>',
  '"><svg onload=window.hacked=1>',
  "' onmouseover='window.hacked=1",
  '" autofocus onfocus="window.hacked=1" x="',
  '` onclick=`window.hacked=1',
  '</blockquote></article><style>*{display:none}</style>',
  '</textarea></template></title><b id=made>made</b>',
  '<template shadowrootmode=open><script>window.hacked=1</script></template>',
  '<iframe srcdoc="<script>parent.hacked=1</script>"></iframe>',
  '<math><mtext><table><mglyph><style><img src onerror=window.hacked=1>',
  '<a href="javascript:window.hacked=1" id=made>click</a>',
  '<kopru-matches api="https://evil.example" key="kopru_pk_x"></kopru-matches>',
  '<base href="https://evil.example/"><meta http-equiv=refresh content="0;url=//evil.example">',
  '\u0024{window.hacked=1} {{window.hacked=1}} <%= window.hacked=1 %> #{window.hacked=1}',
  '{constructor.constructor("window.hacked=1")()}',
  'javascript:window.hacked=1',
  ' \u0001java\tscript\n:window.hacked=1',
  'JaVaScRiPt://%0awindow.hacked=1',
  'data:text/html,<script>window.hacked=1</script>',
  'data:text/html;base64,PHNjcmlwdD53aW5kb3cuaGFja2VkPTE8L3NjcmlwdD4=',
  'vbscript:msgbox(1)',
  'blob:https://evil.example/1',
  'file:///etc/passwd',
  '//evil.example/x',
  '\\\\evil.example\\x',
  'https://evil.example@kopru.example/',
  'mailto:a@b.example?bcc=all@evil.example&body=x',
  'a@b.example%0Abcc:all@evil.example',
  'tel:*#06#',
  '<!--?lit$123$--><?lit$?>',
  '<!-- --!> <![CDATA[ ]]> <?xml version="1.0"?>',
  '&lt;script&gt;window.hacked=1&lt;/script&gt; &#60;b&#62; &amp;amp;',
  '\u202eevil\u2066\u200b\u200d\ufeff',
  '\u202d\u202e\u202a\u202b\u2066\u2067\u2068',
  '\u2067שלום\u2069 مرحبا \u200f\u200e\u061c',
  'مرحبا بالعالم 123 (abc)',
  '\u200b\u200c\u200d\u2060\ufeff\u00ad\u034f\u180e',
  `Z${'\u0301\u0327\u0489'.repeat(40)}algo`,
  '𒐫'.repeat(40),
  '﷽'.repeat(30),
  '👨‍👩‍👧‍👦🏳️‍🌈\u{e0041}\u{e007f}',
  'x'.repeat(10_000),
  'word '.repeat(2_000),
  'ｗｉｄｅ　ｔｅｘｔ'.repeat(50),
  '\u0000\u0001\u0007\u0008\u001b[31m\u007f',
  'a\u2028b\u2029c\u0085d\r\ne\fg\v',
  '\ud800',
  'a\udc00b\ud83d',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '../../../../etc/passwd',
  '%00%3Cscript%3E %E0%A4%A',
  "'; DROP TABLE profiles; --",
  '=cmd|"/c calc"!A1',
  '   ',
  '',
];

const PARTS: readonly string[] = [
  ...['<', '>', '"', "'", '`', '&', '=', '/', '\\', '</', '<!--', '-->', '${', '}', '{{', '}}', '%', ';', ':', '//'],
  ...['script', 'img src=x ', 'svg ', 'onerror=window.hacked=1 ', 'onload=window.hacked=1 ', 'style', 'b id=made>'],
  ...['javascript:window.hacked=1', 'data:text/html,', 'https://evil.example/', 'a@b.example', 'href='],
  ...['\u202e', '\u2066', '\u2067', '\u2069', '\u200b', '\u200d', '\ufeff', '\u0000', '\ud800', '\udc00', '\u0301'],
  ...['ş', 'қ', 'ő', 'ğ', 'م', 'ש', '漢', '👩‍🌾', ' ', '\n', '\t', 'word', '0', '-1', 'null', 'lit$'],
];

/** Numbers from 0 up to 1 that are the same for the same seed (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Hostile texts: those written by hand first, then made ones.
 *
 * @param count how many; not fewer than are written by hand.
 * @param seed the same seed makes the same texts.
 */
export function hostileTexts(count: number, seed: number): string[] {
  const random = randomOf(seed);
  const made = () =>
    Array.from({ length: 1 + Math.floor(random() * 12) }, () => PARTS[Math.floor(random() * PARTS.length)]).join('');
  return [...BY_HAND, ...Array.from({ length: count - BY_HAND.length }, made)];
}

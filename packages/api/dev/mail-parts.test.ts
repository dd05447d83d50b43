import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { compileParts, PARTS_FILE } from './mail-parts.ts';

test('the parts of mails are those of their MJML source; else run "node packages/api/dev/mail-parts.ts"', async () => {
  expect(await readFile(PARTS_FILE, 'utf8')).toBe(await compileParts());
});

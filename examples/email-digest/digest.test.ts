import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type LocalHub, startHub } from '../../scripts/local-hub.ts';

let hub: LocalHub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub?.stop());

const run = async (): Promise<string> => {
  const script = fileURLToPath(new URL('digest.ts', import.meta.url));
  const env = { ...process.env, KOPRU_URL: hub.url, KOPRU_KEY: hub.key };
  const { stdout } = await promisify(execFile)(process.execPath, ['--conditions=@kopru/source', script], { env });
  return stdout;
};

test('asks each reader once, and nobody who is on the list', async () => {
  expect(await run()).toContain('aygun@fund.example is pending');
  await hub.server.fireCron('* * * * *');
  const mails = () => readdir(join(hub.folder, 'mailbox'));
  await vi.waitFor(async () => expect(await mails()).toHaveLength(2));

  await hub.kopru.suppressions.add({ email: 'aygun@fund.example' });
  const again = await run();
  expect(again).toContain('aygun@fund.example gets no mail');
  expect(again).toContain('aida@steppe.example is pending');
  await hub.server.fireCron('* * * * *');
  expect(await mails()).toHaveLength(2);
});

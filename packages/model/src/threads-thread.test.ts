import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { startThread } from './threads-thread.ts';

test('a thread that ends of itself rejects what waits, with its cause, and takes no more', async () => {
  const thread = startThread();
  // No list of texts: it fails inside the thread, as a fault of ours would.
  const error: unknown = await thread.embed(null as unknown as string[]).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ name: 'EmbedderError', code: 'embedder_unavailable', cause: expect.any(Error) });
  expect((error as Error).message).toContain('a thread of the embedder failed');
  expect(thread.ended).toBe(true);
});

test('idle threads keep no process alive', async () => {
  const script = `
    import { createThreadedEmbedder } from ${JSON.stringify(new URL('./threads.ts', import.meta.url).href)};
    const embedder = createThreadedEmbedder({ threads: 2 });
    const vectors = await embedder.embed(Array.from({ length: 70 }, (_, i) => 'su ' + i));
    console.log(vectors.length);
  `;
  const args = ['--conditions=@kopru/source', '--input-type=module', '--eval', script];
  const cwd = fileURLToPath(new URL('.', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd });
  expect(stdout.trim()).toBe('70');
});

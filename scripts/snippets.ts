import { spawn } from 'node:child_process';

/** A fenced block of a document: what stands behind the fence, and what is in it. */
export interface Block {
  readonly info: string;
  readonly code: string;
}

export const blocksOf = (markdown: string): Block[] =>
  Array.from(markdown.matchAll(/^```([^\n]*)\n([\s\S]*?)^```$/gm), ([, info = '', code = '']) => ({ info, code }));

const MARK = '---- next block ----';

/**
 * Runs blocks in one shell, which stops at the first command that fails.
 *
 * @returns what each block printed.
 * @throws {Error} with the block that failed, and what it printed.
 */
export async function runBlocks(
  blocks: readonly string[],
  { folder, env = {} }: { readonly folder: string; readonly env?: Readonly<Record<string, string>> },
): Promise<string[]> {
  const script = ['set -euo pipefail', ...blocks.flatMap((code) => [code, `echo; echo '${MARK}'`])].join('\n');
  const shell = spawn('bash', ['-c', script], { cwd: folder, env: { ...process.env, NO_PROXY: '127.0.0.1', ...env } });
  let [output, errors] = ['', ''];
  shell.stdout.on('data', (chunk) => {
    output += chunk;
  });
  shell.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  const status = await new Promise((resolve) => shell.on('close', resolve));
  const printed = output.split(`\n${MARK}\n`);
  if (status === 0) return printed.slice(0, -1);
  const failed = printed.length;
  throw new Error(`block ${failed} ended with ${status}:\n${blocks[failed - 1]}\n${printed.at(-1)}\n${errors}`);
}

/**
 * Compiles `assembly/` to `weights/kernel.wasm`. A test holds the committed file to that.
 *
 *     node build-kernel.ts
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compileAssembly } from '../../scripts/assembly.ts';

/** The compiled kernel. */
export const compileKernel = (): Promise<Uint8Array> =>
  compileAssembly(fileURLToPath(new URL('assembly', import.meta.url)));

if (import.meta.main) writeFileSync(new URL('weights/kernel.wasm', import.meta.url), await compileKernel());

/**
 * Compiles `assembly/` to `weights/kernel.wasm`. The same source and the same version of the compiler give
 * the same bytes; a test holds the committed file to that.
 *
 *     node build-kernel.ts
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const OPTIONS = ['-O3', '--converge', '--runtime', 'stub', '--noAssert', '--enable', 'simd', '--initialMemory', '1'];

/** The compiled kernel. */
export async function compileAssembly(): Promise<Uint8Array> {
  const baseDir = fileURLToPath(new URL('assembly', import.meta.url));
  const outputs: Uint8Array[] = [];
  const { error, stderr } = await asc.main(['index.ts', '--baseDir', baseDir, '--outFile', 'kernel.wasm', ...OPTIONS], {
    writeFile(_name, contents) {
      outputs.push(contents as Uint8Array);
    },
  });
  const [binary] = outputs;
  if (error || !binary) throw new Error(`the kernel does not compile\n${stderr}`, { cause: error });
  return binary;
}

if (import.meta.main) writeFileSync(new URL('weights/kernel.wasm', import.meta.url), await compileAssembly());

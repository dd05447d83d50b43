import asc from 'assemblyscript/asc';

const OPTIONS = ['-O3', '--converge', '--runtime', 'stub', '--noAssert', '--enable', 'simd', '--initialMemory', '1'];

/**
 * Compiles the AssemblyScript of a folder, of which `index.ts` is the entry. The same source and the same
 * version of the compiler give the same bytes.
 *
 * @throws {Error} with what the compiler says.
 */
export async function compileAssembly(baseDir: string): Promise<Uint8Array> {
  const outputs: Uint8Array[] = [];
  const { error, stderr } = await asc.main(['index.ts', '--baseDir', baseDir, '--outFile', 'out.wasm', ...OPTIONS], {
    writeFile(_name, contents) {
      outputs.push(contents as Uint8Array);
    },
  });
  const [binary] = outputs;
  if (error || !binary) throw new Error(`${baseDir} does not compile\n${stderr}`, { cause: error });
  return binary;
}

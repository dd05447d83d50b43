/**
 * Compiles `assembly/` to `src/engine/scan/scan.wasm`, and puts the same bytes into `bytes.ts` beside it. A test
 * holds the committed files to that.
 *
 *     node build-scan.ts
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compileAssembly } from '../../scripts/assembly.ts';

/** The files that are made, by their path in this package. */
export async function scanFiles(): Promise<Readonly<Record<string, string | Uint8Array>>> {
  const wasm = await compileAssembly(fileURLToPath(new URL('assembly', import.meta.url)));
  const base64 = Buffer.from(wasm)
    .toString('base64')
    .replace(/.{1,110}/g, "  '$&',\n");
  const bytes = `// Made by build-scan.ts.

/** \`scan.wasm\` in base64, for runtimes that compile. */
export const SCAN_BASE64 = [
${base64}].join('');
`;
  return { 'src/engine/scan/scan.wasm': wasm, 'src/engine/scan/bytes.ts': bytes };
}

if (import.meta.main) {
  for (const [path, content] of Object.entries(await scanFiles()))
    writeFileSync(new URL(path, import.meta.url), content);
}

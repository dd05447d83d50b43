import { globSync } from 'node:fs';
import { libraries, publishedPackages } from './publish/packages.ts';
import { checkSizes } from './publish/sizes.ts';
import { sh, shTogether } from './shell.ts';

/** Lint, types, the committed contract and interfaces, and what would be published. */
export async function check(): Promise<void> {
  sh('biome', ['check', '--error-on-warnings', '.']);
  const configs = globSync('{scripts,eval,bench,packages,examples}/**/tsconfig*.json', { exclude: UNCHECKED });
  const generated = ['publish/api.ts', 'publish/reference.ts', 'openapi.ts', 'forms.ts', 'bench-chart.ts'];
  await shTogether([
    ['knip', []],
    ...configs.map((config) => ['tsc', ['-p', config]] as const),
    ...generated.map(
      (script) => [process.execPath, ['--conditions=@kopru/source', `scripts/${script}`, '--check']] as const,
    ),
  ]);
  for (const { folder } of publishedPackages()) sh('publint', ['--strict', folder]);
  // A module of WebAssembly has no types of its own: each bundler gives it one.
  const attw = ['--profile', 'esm-only', '--quiet', '--exclude-entrypoints', './engine/scan.wasm'];
  for (const { folder } of libraries()) sh('attw', ['--pack', folder, ...attw]);
  if (!checkSizes()) {
    console.error('An entry is larger than its budget in scripts/publish/sizes.ts.');
    process.exit(1);
  }
}

/** The kernels are AssemblyScript, which its own compiler checks. */
const UNCHECKED = ['**/node_modules/**', 'packages/*/assembly/**'];

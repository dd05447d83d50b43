import { globSync } from 'node:fs';
import { libraries, publishedPackages } from './publish/packages.ts';
import { checkSizes } from './publish/sizes.ts';
import { sh } from './shell.ts';

/** Lint, types, the committed contract and interfaces, and what would be published. */
export function check(): void {
  sh('biome', ['check', '--error-on-warnings', '.']);
  for (const config of globSync('{scripts,eval,bench,packages,examples}/**/tsconfig*.json', { exclude: UNCHECKED })) {
    sh('tsc', ['-p', config]);
  }
  for (const script of ['openapi.ts', 'forms.ts', 'publish/api.ts', 'publish/reference.ts', 'bench-chart.ts'])
    sh(process.execPath, ['--conditions=@kopru/source', `scripts/${script}`, '--check']);
  sh('knip', []);
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

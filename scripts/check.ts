import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sh } from './shell.ts';

/** Lint, types, the committed contract, and what would be published. */
export function check(): void {
  sh('biome', ['check', '--error-on-warnings', '.']);
  for (const config of globSync('{scripts,eval,packages,examples}/**/tsconfig*.json', { exclude: UNCHECKED })) {
    sh('tsc', ['-p', config]);
  }
  sh(process.execPath, ['--conditions=@kopru/source', 'scripts/openapi.ts', '--check']);
  sh('knip', []);
  for (const project of publishedPackages()) {
    sh('publint', ['--strict', project]);
    sh('attw', ['--pack', project, '--profile', 'esm-only', '--quiet']);
  }
}

function publishedPackages(): string[] {
  const isPrivate = (folder: string) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).private === true;
  return globSync('packages/*').filter((folder) => !isPrivate(folder));
}

/** The kernel is AssemblyScript, which its own compiler checks. */
const UNCHECKED = ['**/node_modules/**', 'packages/model/assembly/**'];

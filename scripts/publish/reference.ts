/**
 * Writes `docs/reference/`, the documentation of every published package, from the docstrings of its source; or
 * with `--check` compares it. A link that leads nowhere and a class or function without a docstring are errors.
 *
 * @module
 */
import { cpSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { elementsPage } from './elements.ts';
import { libraries } from './packages.ts';
import { writePages } from './reference-pages.ts';

const FOLDER = 'docs/reference';

const packages = libraries();
const out = mkdtempSync(join(tmpdir(), 'kopru-reference-'));
try {
  for (const published of packages) await writePages(published, join(out, basename(published.folder)));
  writeFileSync(join(out, 'widget/elements.md'), elementsPage());
  writeFileSync(
    join(out, 'README.md'),
    `# Reference\n\nMade from the docstrings by \`npm run reference\`; not to be edited.\n\n${packages
      .map(({ folder, manifest }) => `- [${manifest.name}](${basename(folder)}/README.md)`)
      .join(
        '\n',
      )}\n\nWhat the elements take and say stands in [elements.md](widget/elements.md). The fields of a schema stand in [schema.api.md](../../packages/sdk/etc/schema.api.md).\n`,
  );
  const made = globSync('**/*.md', { cwd: out });
  if (!process.argv.includes('--check')) {
    rmSync(FOLDER, { recursive: true, force: true });
    cpSync(out, FOLDER, { recursive: true });
  } else {
    const differs = (name: string) =>
      !existsSync(join(FOLDER, name)) ||
      readFileSync(join(FOLDER, name), 'utf8') !== readFileSync(join(out, name), 'utf8');
    const wrong = [
      ...made.filter(differs),
      ...globSync('**/*.md', { cwd: FOLDER }).filter((name) => !made.includes(name)),
    ];
    if (wrong.length > 0)
      throw new Error(`${FOLDER} is not what the docstrings say (${wrong[0]}): run "npm run reference"`);
  }
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
} finally {
  rmSync(out, { recursive: true, force: true });
}

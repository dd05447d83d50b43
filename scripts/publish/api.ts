/**
 * Writes `packages/<name>/etc/<entry>.api.md`, the public interface of every published package, from its built
 * declarations; or with `--check` compares them.
 *
 * @module
 */
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { apiReports } from './api-report.ts';
import { entriesOf, libraries } from './packages.ts';

const reports = new Map<string, string>(
  libraries().flatMap((project) =>
    [...apiReports(entriesOf(project))].map(([name, text]) => [`${project.folder}/etc/${name}.api.md`, text] as const),
  ),
);
const committed = globSync('packages/*/etc/*.api.md').map((file) => file.replaceAll('\\', '/'));
const gone = committed.filter((file) => !reports.has(file));

if (process.argv.includes('--check')) {
  const changed = [...reports].filter(
    ([file, text]) => !committed.includes(file) || readFileSync(file, 'utf8') !== text,
  );
  const differing = [...changed.map(([file]) => file), ...gone];
  if (differing.length > 0) {
    console.error(`${differing.join('\n')}\nThe public interface is not what these files say.`);
    console.error('Run "npm run api", and read the difference as one who uses the package would.');
    process.exit(1);
  }
} else {
  for (const [file, text] of reports) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  for (const file of gone) rmSync(file);
}

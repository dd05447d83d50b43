/**
 * Writes packages/api/openapi.json from the routes of the API, or with `--check` compares it with them.
 *
 * @module
 */
import { readFile, writeFile } from 'node:fs/promises';
import { registerHooks } from 'node:module';

const FILE = 'packages/api/openapi.json';

// To describe the routes takes no kernel, which Node cannot import as workerd does.
registerHooks({
  load: (url, context, next) =>
    url.endsWith('.wasm')
      ? { format: 'module', source: 'export default undefined', shortCircuit: true }
      : next(url, context),
});
// By a computed name: the sources of a Worker do not type-check beside the types of Node.
const source = (path: string) => import(new URL(`../packages/api/src/${path}`, import.meta.url).href);
const { createApp } = await source('app.ts');
const { openapiDocument } = await source('reference/document.ts');

const document = `${JSON.stringify(openapiDocument(createApp()), null, 2)}\n`;
if (!process.argv.includes('--check')) await writeFile(FILE, document);
else if (document !== (await readFile(FILE, 'utf8').catch(() => ''))) {
  console.error(
    `${FILE} is not what the routes say. Run "npm run openapi", and read the difference as a client would.`,
  );
  process.exit(1);
}

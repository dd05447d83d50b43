import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** A source file of the package, bundled for a browser as a hub's build tool would do it. */
export async function bundle(entry: string): Promise<{ code: string; inputs: string[] }> {
  const { outputFiles, metafile } = await build({
    entryPoints: [fileURLToPath(new URL(`../src/${entry}`, import.meta.url))],
    bundle: true,
    format: 'esm',
    minify: true,
    charset: 'utf8',
    target: 'es2022',
    conditions: ['@kopru/source'],
    metafile: true,
    write: false,
  });
  const used = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.entries(inputs));
  return {
    code: outputFiles[0]?.text ?? '',
    inputs: used.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([path]) => path),
  };
}

/** A policy that lets through the scripts of the site and nothing else: no inline script, no style at all. */
const POLICY = "default-src 'none'; script-src 'self'";

const PAGE = (script: string) => `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>A hub</title><script type="module" src="${script}"></script></head>
  <body><main><h1>A hub</h1><kopru-matches></kopru-matches></main></body>
</html>`;

/** Serves `/` with the element registered and `/plain` where the package is only imported. Close it after use. */
export async function startSite(): Promise<{ url: string; close(): void }> {
  const files = new Map([
    ['/', { type: 'text/html', body: PAGE('/define.js') }],
    ['/plain', { type: 'text/html', body: PAGE('/index.js') }],
    ['/define.js', { type: 'text/javascript', body: (await bundle('define.ts')).code }],
    ['/index.js', { type: 'text/javascript', body: (await bundle('index.ts')).code }],
  ]);
  const server = createServer(({ url = '' }, response) => {
    const file = files.get(url);
    response.setHeader('content-security-policy', POLICY);
    if (!file) return response.writeHead(404).end();
    response.setHeader('content-type', `${file.type}; charset=utf-8`).end(file.body);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}

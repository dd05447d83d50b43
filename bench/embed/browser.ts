import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from '../../packages/model/test/bundle.ts';
import { launchBrowser, noBrowser } from '../../scripts/browser.ts';
import type { Times } from './measure.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const TYPES: Readonly<Record<string, string>> = {
  mjs: 'text/javascript',
  js: 'text/javascript',
  wasm: 'application/wasm',
};

/** @param ort folder of onnxruntime-web's files. @returns no times where there is to be no browser. */
export async function inBrowser(
  ort: string,
  model: string,
  texts: Readonly<Record<number, number[][]>>,
  progress: (line: string) => void,
): Promise<Times[]> {
  if (noBrowser) {
    progress('KOPRU_NO_BROWSER=1: not measured in a browser');
    return [];
  }
  const page = await bundle('../../../bench/embed/page.ts');
  const server = createServer(async ({ url = '/' }, response) => {
    response.setHeader('content-type', TYPES[url.split('.').at(-1) ?? ''] ?? 'application/octet-stream');
    if (url === '/') return response.setHeader('content-type', 'text/html').end('<!doctype html><title>bench</title>');
    if (url === '/page.js') return response.end(page);
    const file =
      url === '/model.onnx'
        ? model
        : url.startsWith('/ort/')
          ? join(ort, url.slice(5))
          : here(`../../packages/model${url}`);
    response.end(await readFile(file).catch(() => ''));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const browser = await launchBrowser();
  try {
    progress('Chromium: all cases');
    const tab = await browser.newPage();
    await tab.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await tab.addScriptTag({ url: '/page.js', type: 'module' });
    return (await tab.evaluate(
      `new Promise((go) => { const wait = () => window.measure ? go() : setTimeout(wait, 20); wait(); }).then(() => measure(${JSON.stringify(texts)}))`,
    )) as Times[];
  } finally {
    await browser.close();
    server.close();
  }
}

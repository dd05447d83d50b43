import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { buildDemo, buildGallery } from '../packages/api/demo/build.ts';
import { buildServer } from '../packages/cli/build.ts';
import { writeManifest } from '../packages/widget/bundle/manifest.ts';
import { buildScript } from '../packages/widget/bundle/script.ts';
import { writeNotices } from './publish/notices.ts';
import { sh } from './shell.ts';

const DIST = 'packages/api/dist';
/** The script for a script tag never changes under its address, and pages of any origin load it. */
const HEADERS = `/widget/*
  Cache-Control: public, max-age=31536000, immutable
  Access-Control-Allow-Origin: *
  Cross-Origin-Resource-Policy: cross-origin
`;

/** Everything that is published or deployed. */
export async function build(): Promise<void> {
  for (const name of ['sdk', 'model', 'widget']) sh('tsup', ['--silent'], `packages/${name}`);
  writeManifest();
  await buildWorker();
  sh('tsup', ['--silent'], 'packages/cli');
  await buildServer();
  // What the server of `kopru dev` and the script of `kopru init page` hold of others.
  writeNotices('packages/cli/dist/THIRD-PARTY.txt', ['@kopru/api', '@kopru/widget', '@scalar/api-reference']);
}

/** The API with its static assets, and its embedder, whose assets are the weights as they lie: what `npm start` needs. */
export async function buildWorker(): Promise<void> {
  sh('tsup', ['--silent'], 'packages/api');
  const { version } = JSON.parse(await readFile('packages/widget/package.json', 'utf8')) as { version: string };
  const script = `packages/widget/dist/script/${version}`;
  await buildScript(script);
  writeNotices(`${script}/THIRD-PARTY.txt`, ['lit']);
  const reference = new URL('./browser/standalone.js', import.meta.resolve('@scalar/api-reference'));
  for (const folder of [`${DIST}/assets`, `${DIST}/assets-local`]) {
    await rm(folder, { recursive: true, force: true });
    await mkdir(`${folder}/reference`, { recursive: true });
    await cp(reference, `${folder}/reference/standalone.js`);
    await cp('packages/api/demo/page/icon.svg', `${folder}/reference/icon.svg`);
    await cp(script, `${folder}/widget/${version}`, { recursive: true });
    await writeFile(`${folder}/_headers`, HEADERS);
  }
  await buildDemo(`${DIST}/assets-local`);
  await buildGallery(`${DIST}/assets-local`);
}

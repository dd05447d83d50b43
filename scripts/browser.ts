/**
 * Finds and starts a Chromium for tests and checks: no browser is downloaded, an installed one is used.
 *
 * @module
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** Whether the environment asks to go without a browser: tests that need one are then skipped, and say so. */
export const noBrowser = process.env.KOPRU_NO_BROWSER === '1';

/** Where browsers are installed, in order of preference. */
function places(): string[] {
  const { env, platform } = process;
  if (platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((root) => root !== undefined);
    const programs = [
      'Google/Chrome/Application/chrome.exe',
      'Chromium/Application/chrome.exe',
      'Microsoft/Edge/Application/msedge.exe',
    ];
    return programs.flatMap((program) => roots.map((root) => join(root, program)));
  }
  const names = [
    // The same engine without a window, which opens a page in a third of the time.
    'chromium-headless-shell',
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    'microsoft-edge',
  ];
  const folders = [...(env.PATH ?? '').split(':'), '/usr/bin', '/snap/bin'].filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/**
 * Path of an installed Chromium, Chrome or Edge; `CHROME_PATH` goes before all others.
 *
 * @throws {Error} saying what to install if there is none.
 */
function findBrowser(): string {
  const { CHROME_PATH } = process.env;
  if (CHROME_PATH !== undefined && CHROME_PATH !== '') {
    if (existsSync(CHROME_PATH)) return CHROME_PATH;
    throw new Error(`CHROME_PATH names no file: ${CHROME_PATH}`);
  }
  const found = places().find((path) => existsSync(path));
  if (found !== undefined) return found;
  throw new Error(
    'no browser found. Install Chromium (Debian, Ubuntu: apt install chromium), Chrome or Edge, or name one in ' +
      'CHROME_PATH; KOPRU_NO_BROWSER=1 skips the tests that need it',
  );
}

/** Starts the browser that {@link findBrowser} finds, headless and without calls home. Close it after use. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: findBrowser(),
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}

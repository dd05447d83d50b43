import { readFileSync } from 'node:fs';

/**
 * Within this repository only: the address and the key of the server that `npm start` runs in its root,
 * unless the environment names others.
 */
export function setLocalServer(): void {
  if (process.env.KOPRU_KEY) return;
  try {
    const { url, secretKey } = JSON.parse(readFileSync('../../.kopru/demo.json', 'utf8'));
    Object.assign(process.env, { KOPRU_URL: url, KOPRU_KEY: secretKey });
  } catch (cause) {
    throw new Error('Run `npm start` in the root of the repository first, or set KOPRU_URL and KOPRU_KEY.', { cause });
  }
}

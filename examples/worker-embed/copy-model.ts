import { cp, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const weights = dirname(fileURLToPath(import.meta.resolve('@kopru/model/weights/manifest.json')));
await mkdir('assets', { recursive: true });
await cp(weights, 'assets/model', { recursive: true });

import { cp } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const weights = dirname(fileURLToPath(import.meta.resolve('@kopru/model/weights/manifest.json')));
await cp(weights, 'public/model', { recursive: true });

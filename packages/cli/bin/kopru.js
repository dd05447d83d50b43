#!/usr/bin/env node
// The command is this file and not the built one, since npm links only what is there when it installs,
// and a fresh clone is not built yet.
import { existsSync } from 'node:fs';

const built = new URL('../dist/index.js', import.meta.url);
if (existsSync(built)) await import(built.href);
else {
  console.error('kopru is not built yet. In its repository: npm run build');
  process.exit(2);
}

import { applyD1Migrations, type D1Migration, reset } from 'cloudflare:test';
import { bindings } from './bindings.ts';

// Files share a process, and begin with nothing stored all the same.
await reset();
await applyD1Migrations(bindings.DB, (bindings as unknown as { TEST_MIGRATIONS: D1Migration[] }).TEST_MIGRATIONS);

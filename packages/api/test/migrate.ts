import { applyD1Migrations, type D1Migration } from 'cloudflare:test';
import { bindings } from './bindings.ts';

await applyD1Migrations(bindings.DB, (bindings as unknown as { TEST_MIGRATIONS: D1Migration[] }).TEST_MIGRATIONS);

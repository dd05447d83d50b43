/**
 * The API on this machine, for development and tests. Node only.
 *
 * @module
 */
export { migrate } from './migrate.ts';
export { demoKey, operatorKey, seedDemo } from './seed.ts';
export { type DevServer, type DevServerOptions, startDevServer } from './server.ts';

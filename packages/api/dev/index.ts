/**
 * The API on this machine, for development and tests. Node only.
 *
 * @module
 */
export type { DemoProfile } from '../demo/profiles.ts';
export { migrate } from './migrate.ts';
export { demoKey, operatorKey, seedDemo } from './seed.ts';
export { type Demo, type DemoServer, serveDemo } from './serve-demo.ts';
export { type DevServer, type DevServerOptions, startDevServer } from './server.ts';

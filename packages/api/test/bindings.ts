import { env } from 'cloudflare:workers';
import type { Bindings } from '../src/env.ts';

/** The bindings of the Worker under test. */
export const bindings = env as unknown as Bindings;

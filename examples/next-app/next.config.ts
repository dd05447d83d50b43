import type { NextConfig } from 'next';
import { setLocalServer } from '../local-env.ts';

setLocalServer();

export default { poweredByHeader: false } satisfies NextConfig;

/** The least that a Worker with Hono does: what `bench -- match` compares with. */
import { Hono } from 'hono';

export default new Hono().get('/v1/health', (c) => c.json({ status: 'ok' }));

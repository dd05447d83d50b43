import { MODEL } from '@kopru/model/workerd';
import { ring } from '../../jobs/doorbell.ts';
import type { Job } from '../../jobs/job.ts';
import { loadEmbedder } from '../../lib/embedder.ts';
import { runImports } from './run.ts';

/** Writes the rows of imports as profiles. */
export const runImportsJob: Job = {
  every: 'minutely',
  run: async (context) => {
    const model = { id: MODEL.id, load: () => loadEmbedder({ env: context.env }) };
    if (await runImports(context, model)) await ring(context.env, 'run-imports');
  },
};

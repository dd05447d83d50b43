import { parentPort } from 'node:worker_threads';
import { createEmbedder } from '@kopru/model';
import { embedProfiles, type NormalProfile } from '@kopru/sdk/engine';

const embedder = createEmbedder();

parentPort?.on('message', async (profile: NormalProfile) => {
  const [embedded] = await embedProfiles([profile], await embedder);
  parentPort?.postMessage(embedded);
});

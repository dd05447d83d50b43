import { setTimeout as sleep } from 'node:timers/promises';
import { Kopru } from '@kopru/sdk';
import type { SoakServer } from '../../scripts/soak/server.ts';

/** Seconds of an import. */
export interface Parts {
  /** From the first byte of the file to the answer that it is there. */
  readonly upload: number;
  /** From there to when the job takes it up. */
  readonly wait: number;
  /** From there to when every row is settled. */
  readonly run: number;
  /** From there to a match list, for which the isolate reads what is new into its index. */
  readonly list: number;
  readonly whole: number;
}

/** Imports startups into a new hub, until the list of an investor has them all. @throws {Error} when it has not. */
export async function importInto(
  server: SoakServer,
  hub: string,
  rows: readonly { id: string; profile: unknown }[],
): Promise<Parts> {
  const key = (await server.ask({ action: 'hub', id: hub })) as string;
  const kopru = new Kopru({ apiKey: key, baseUrl: server.url });
  // Also has the Worker load the model, as any hub's first write does.
  const fund = { name: 'Fond', thesis: 'Su.', consent: { matching: true } };
  await kopru.investors.upsert('fund', fund);
  const matches = (limit: number) => kopru.matches.list({ kind: 'investor', id: 'fund' }, { limit });

  const begin = performance.now();
  const { id } = await kopru.imports.create('startup', rows as never);
  const uploaded = performance.now();
  let report = await kopru.imports.get(id);
  while (report.state !== 'completed') {
    if (report.state === 'failed') throw new Error('the import failed');
    await sleep(20);
    report = await kopru.imports.get(id);
  }
  const settled = performance.now();
  await matches(1);
  const end = performance.now();

  const found = new Set<string>();
  for await (const { id } of matches(100)) found.add(id);
  if (found.size !== rows.length) throw new Error(`of ${rows.length} rows ${found.size} are found`);
  const wait = Math.max(0, Date.parse(report.startedAt ?? '') - Date.parse(report.createdAt)) / 1000;
  const seconds = (from: number, to: number) => (to - from) / 1000;
  return {
    upload: seconds(begin, uploaded),
    wait,
    run: seconds(uploaded, settled) - wait,
    list: seconds(settled, end),
    whole: seconds(begin, end),
  };
}

/**
 * `kopru action-plans`: the action plans of a hub, from and to JSON.
 *
 * @module
 */
import type { ActionPlanSummary } from '@kopru/sdk/schema';
import { textIn } from '@kopru/sdk/strings';
import { parseJson } from './read/parse-json.ts';
import { readBytes } from './read/read-bytes.ts';
import { connect, type RemoteOptions } from './remote/client.ts';
import { remotely } from './remote/errors.ts';
import { EXIT, type ExitCode } from './terminal/exit.ts';
import type { Io } from './terminal/io.ts';
import { writeJson } from './terminal/json.ts';
import { printTable } from './terminal/table.ts';

interface PlanOptions extends RemoteOptions {
  readonly json?: boolean | undefined;
}

export interface PutPlanOptions extends PlanOptions {
  readonly id: string;
  readonly file: string;
}

/** The plans of the hub by id, without their actions. */
export async function runActionPlansList(options: PlanOptions, io: Io): Promise<ExitCode> {
  const kopru = await connect(options, io);
  return remotely(async () => {
    const plans: ActionPlanSummary[] = [];
    for await (const plan of kopru.actionPlans.list({ limit: 100 }, { signal: io.signal })) plans.push(plan);
    if (options.json) writeJson(io, { plans });
    else
      printTable(io, {
        columns: ['Id', 'Version', 'Written', 'Read by', 'Title'],
        rows: plans.map(({ id, version, updatedAt, isPublic, title }) => [
          id,
          String(version),
          updatedAt.slice(0, 10),
          isPublic ? 'anybody' : 'the hub',
          textIn(title, io.locale),
        ]),
      });
    return EXIT.ok;
  });
}

/** A plan as it was written, which `put` takes. */
export async function runActionPlansGet({ id, ...options }: RemoteOptions & { readonly id: string }, io: Io) {
  const kopru = await connect(options, io);
  return remotely(async () => {
    const { plan } = await kopru.actionPlans.get(id, { signal: io.signal });
    io.stdout.write(`${JSON.stringify(plan, null, 2)}\n`);
    return EXIT.ok;
  });
}

/** Writes a plan as a whole from a file. @throws {CliError} on a file that is no JSON. */
export async function runActionPlansPut({ id, file, ...options }: PutPlanOptions, io: Io): Promise<ExitCode> {
  const text = new TextDecoder().decode(await readBytes(file, io.cwd));
  const kopru = await connect(options, io);
  const plan = parseJson(text, file);
  return remotely(async () => {
    const { version, states } = await kopru.actionPlans.upsert(id, plan, { signal: io.signal });
    if (options.json) writeJson(io, { id, version });
    io.stderr.write(`${id}: version ${version}, ${states.length} actions.\n`);
    return EXIT.ok;
  });
}

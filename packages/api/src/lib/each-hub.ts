import { logFailure } from './log-failure.ts';

/** Does the work of a job for one hub after the other; one whose work fails is logged, and keeps none of the others from theirs. */
export async function eachHub(
  job: string,
  hubIds: readonly string[],
  act: (hubId: string) => Promise<unknown>,
): Promise<void> {
  for (const hub of hubIds) {
    try {
      await act(hub);
    } catch (error) {
      logFailure({ job, hub }, error);
    }
  }
}

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
      const { name, stack = '' } = error as Error;
      const at = stack.split('\n').filter((line) => line.trimStart().startsWith('at '));
      console.error(JSON.stringify({ level: 'error', job, hub, name, stack: at }));
    }
  }
}

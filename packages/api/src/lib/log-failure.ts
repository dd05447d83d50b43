/**
 * One line of JSON about an error that nobody is told of otherwise. Its message may quote a profile,
 * so that only the kind and the place of the error are logged.
 *
 * @param where ids that lead to it: of the request, the job, the hub.
 */
export function logFailure(where: Readonly<Record<string, string>>, error: unknown): void {
  const { name, stack = '' } = error as Error;
  const at = stack.split('\n').filter((line) => line.trimStart().startsWith('at '));
  console.error(JSON.stringify({ level: 'error', ...where, name, stack: at }));
}

/**
 * One line of JSON about an error that nobody is told of otherwise. Its message may quote a profile,
 * so that only the kind, the code and the place of the error are logged.
 *
 * @param where ids that lead to it: of the request, the job, the hub.
 */
export function logFailure(where: Readonly<Record<string, string>>, error: unknown): void {
  const { name, stack = '', code } = error as Error & { readonly code?: unknown };
  const at = stack.split('\n').filter((line) => line.trimStart().startsWith('at '));
  console.error(
    JSON.stringify({ level: 'error', ...where, name, ...(typeof code === 'string' && { code }), stack: at }),
  );
}

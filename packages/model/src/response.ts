/**
 * The body of a response that must be a success.
 *
 * @throws {Error} naming the status otherwise.
 */
export async function bodyOf(response: Response): Promise<ArrayBuffer> {
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return response.arrayBuffer();
}

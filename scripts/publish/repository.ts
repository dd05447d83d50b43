/**
 * The text of a package.json with the repository that the package comes from. npm accepts the provenance of a
 * package only when it names the repository whose workflow published it.
 *
 * @param repository `owner/name` at GitHub.
 * @param folder of the package in the repository.
 */
export function withRepository(manifest: string, repository: string, folder: string): string {
  const url = `git+https://github.com/${repository}.git`;
  const fields = { ...JSON.parse(manifest), repository: { type: 'git', url, directory: folder } };
  return `${JSON.stringify(fields, null, 2)}\n`;
}

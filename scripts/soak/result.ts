import { readFile, writeFile } from 'node:fs/promises';

const FILE = 'docs/soak.md';

/** Puts a result into docs/soak.md, under the heading of its soak, in the place of the one before. */
export async function keepResult(name: string, result: object): Promise<void> {
  const text = await readFile(FILE, 'utf8');
  const block = `\`\`\`json\n${JSON.stringify(result, null, 2)}\n\`\`\`\n`;
  const place = new RegExp(`(^## ${name}\\n(?:(?!## |\`\`\`)[^\\n]*\\n)*)\`\`\`json\\n[\\s\\S]*?\`\`\`\\n`, 'm');
  if (!place.test(text)) throw new Error(`${FILE} has no heading "## ${name}" with a block of JSON under it.`);
  await writeFile(
    FILE,
    text.replace(place, (_, head: string) => head + block),
  );
}

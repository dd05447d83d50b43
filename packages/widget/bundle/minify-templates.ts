import { readFile } from 'node:fs/promises';
import { type Plugin, transform } from 'esbuild';
import ts from 'typescript';

/** Takes the white space out of `css` and `html` templates, which esbuild leaves as they are. */
export const minifyTemplates: Plugin = {
  name: 'minify-templates',
  setup(build) {
    build.onLoad({ filter: /[\\/]widget[\\/]src[\\/].*\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      return { contents: await minified(source), loader: 'ts' };
    });
  },
};

/**
 * A module with its templates made small. Of `html` only white space with a line break goes: all of it between
 * two tags, else to one space; so a space that is to be shown must stand within a line. `css` must have no values.
 */
export async function minified(source: string): Promise<string> {
  const file = ts.createSourceFile('module.ts', source, ts.ScriptTarget.Latest, true);
  const texts: { readonly from: number; readonly to: number; readonly tag: string }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node) && /^(html|svg|css)$/.test(node.tag.getText()))
      for (const { from, to } of literalsOf(node.template)) texts.push({ from, to, tag: node.tag.getText() });
    ts.forEachChild(node, visit);
  };
  visit(file);
  let result = '';
  let done = 0;
  for (const { from, to, tag } of texts.sort((a, b) => a.from - b.from)) {
    const text = source.slice(from, to);
    result += source.slice(done, from) + (tag === 'css' ? await smallStyles(text) : smallMarkup(text));
    done = to;
  }
  return result + source.slice(done);
}

/** Where the texts of a template are, without the signs around them. */
function literalsOf(template: ts.TemplateLiteral): { from: number; to: number }[] {
  if (ts.isNoSubstitutionTemplateLiteral(template)) return [{ from: template.getStart() + 1, to: template.end - 1 }];
  return [template.head, ...template.templateSpans.map(({ literal }) => literal)].map((part) => ({
    from: part.getStart() + 1,
    to: part.end - (ts.isTemplateTail(part) ? 1 : 2),
  }));
}

const smallMarkup = (text: string): string => text.replace(/>\s*\n\s*</g, '><').replace(/\s*\n\s*/g, ' ');

async function smallStyles(text: string): Promise<string> {
  // As the browser reads it, and back.
  const { code } = await transform(text.replaceAll('\\\\', '\\'), { loader: 'css', minify: true, target: 'chrome123' });
  return code.trim().replaceAll('\\', '\\\\').replaceAll('`', '\\`');
}

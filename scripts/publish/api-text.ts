/**
 * Makes the text of types short enough to be read: a list of two hundred country codes by its name, a schema
 * inside another by its name, one property a line.
 *
 * @module
 */

import ts from 'typescript';

/** A union of texts in quotes, such as `"a" | "b"`. */
const UNION = /"[^"]*"(?: \| "[^"]*")+/g;

/** Unions shorter than this are left as they are: their members say more than a name. */
const SHORTEST_NAMED = 5;

/** Texts of schemas shorter than this are repeated where they stand inside another. */
const SHORTEST_PART = 40;

const sorted = (union: string): string[] => union.split(' | ').sort();

/** @param names unions of quoted texts, by the names of their types. */
export function nameUnions(text: string, names: Readonly<Record<string, readonly string[]>>): string {
  const known = Object.entries(names)
    .filter(([, members]) => members.length >= SHORTEST_NAMED)
    .map(([name, members]) => ({ name, members: new Set(members.map((member) => JSON.stringify(member))) }))
    .sort((a, b) => b.members.size - a.members.size || (a.name < b.name ? -1 : 1));
  return text.replace(UNION, (union) => {
    // The compiler gives the members in the order in which it met them, which any file may change.
    let members = sorted(union);
    const found: string[] = [];
    for (const { name, members: named } of known) {
      const rest = members.filter((member) => !named.has(member));
      if (rest.length !== members.length - named.size) continue;
      found.push(name);
      members = rest;
    }
    return [...found, ...members].join(' | ');
  });
}

/**
 * A type with the members of its objects and unions by the alphabet: the compiler gives them in the order in
 * which it met them, which differs from one build to the next.
 */
export function inOrder(type: string): string {
  const source = ts.createSourceFile('type.ts', `type T = ${type};`, ts.ScriptTarget.Latest, true);
  const write = (node: ts.Node): string => {
    if (ts.isTypeLiteralNode(node) && node.members.length > 0) return `{ ${node.members.map(write).sort().join(' ')} }`;
    if (ts.isUnionTypeNode(node)) return node.types.map(write).sort(undefinedLast).join(' | ');
    let text = '';
    let at = node.getStart();
    node.forEachChild((child) => {
      text += source.text.slice(at, child.getStart()) + write(child);
      at = child.getEnd();
    });
    return text + source.text.slice(at, node.getEnd());
  };
  const [statement] = source.statements;
  return write((statement as ts.TypeAliasDeclaration).type);
}

const undefinedLast = (a: string, b: string): number =>
  Number(a === 'undefined') - Number(b === 'undefined') || (a < b ? -1 : 1);

/** Writes each part by its name wherever it stands inside a text. @param parts texts by their names. */
export function nameParts(text: string, parts: ReadonlyMap<string, string>): string {
  return [...parts]
    .filter(([, part]) => part.length >= SHORTEST_PART && part.length < text.length)
    .sort(([a, partA], [b, partB]) => partB.length - partA.length || (a < b ? -1 : 1))
    .reduce((rest, [name, part]) => rest.replaceAll(part, name), text);
}

/** One property a line, indented by its depth. */
export function layOut(text: string): string {
  let depth = 0;
  const lines: string[] = [''];
  const begin = () => lines.push('  '.repeat(depth));
  // A text in quotes is one piece, so that a brace in it opens nothing.
  for (const [piece] of text.matchAll(/"[^"]*"|\{\s*\}|[{};]|[^{};"]+/g)) {
    if (piece === '{') {
      lines.push(`${lines.pop()}{`);
      depth++;
      begin();
    } else if (piece === '}') {
      depth--;
      if (lines.at(-1)?.trim() === '') lines.pop();
      begin();
      lines.push(`${lines.pop()}}`);
    } else if (piece === ';') {
      lines.push(`${lines.pop()};`);
      begin();
    } else {
      const line = lines.pop() ?? '';
      lines.push(line.trim() === '' ? `${line}${piece.trimStart()}` : `${line}${piece}`);
    }
  }
  return lines.map((line) => line.trimEnd()).join('\n');
}

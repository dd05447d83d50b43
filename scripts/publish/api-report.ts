/**
 * The public interface of a package as text: the exported names of each entry with their declarations, taken
 * from the built `.d.ts`. It is committed, so that a change of the interface is seen in review.
 *
 * @module
 */
import ts from 'typescript';
import { holdingOf, schemaTexts } from './api-schemas.ts';
import type { Entry } from './packages.ts';

/** A report for each entry, by its name. */
export function apiReports(entries: readonly Entry[]): Map<string, string> {
  const program = ts.createProgram(
    entries.map(({ types }) => types),
    {
      target: ts.ScriptTarget.ES2023,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      lib: ['lib.es2024.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
      types: [],
      strict: true,
      exactOptionalPropertyTypes: true,
      skipLibCheck: true,
      noEmit: true,
    },
  );
  const checker = program.getTypeChecker();
  const interfaces = entries.map((entry) => interfaceOf(program, checker, entry));
  // Of a name that two entries export, the first tells.
  const homes = new Map(
    interfaces.toReversed().flatMap(({ entry, exported }) => [...exported.values()].map((s) => [s, entry])),
  );
  const schemas = schemaTexts(
    checker,
    interfaces.flatMap(({ exported, named }) => [...exported.values(), ...named]),
  );
  return new Map(interfaces.map((own) => [own.entry.name, reportOf(own, homes, schemas)]));
}

/** What an entry exports, and the symbols of the package that this names without exporting them. */
interface Interface {
  readonly entry: Entry;
  readonly exported: ReadonlyMap<string, ts.Symbol>;
  readonly named: ReadonlySet<ts.Symbol>;
}

function interfaceOf(program: ts.Program, checker: ts.TypeChecker, entry: Entry): Interface {
  const file = program.getSourceFile(entry.types);
  if (!file) throw new Error(`${entry.types} is missing: run "npm run build"`);
  const module = checker.getSymbolAtLocation(file);
  // A file that only has effects is no module.
  const exports = module ? checker.getExportsOfModule(module) : [];
  const exported = new Map(
    exports.map((symbol) => [symbol.name, resolve(checker, symbol)] as const).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  const named = new Set<ts.Symbol>();
  const queue = [...exported.values()];
  for (let symbol = queue.pop(); symbol; symbol = queue.pop()) {
    for (const used of usedBy(checker, symbol, distOf(entry))) {
      if (named.has(used)) continue;
      named.add(used);
      queue.push(used);
    }
  }
  return { entry, exported, named };
}

const distOf = ({ types }: Entry): string => types.slice(0, types.indexOf('/dist/') + '/dist/'.length);

const resolve = (checker: ts.TypeChecker, symbol: ts.Symbol): ts.Symbol =>
  symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;

/** The symbols of the same package that the declarations of a symbol name. */
function usedBy(checker: ts.TypeChecker, symbol: ts.Symbol, dist: string): Set<ts.Symbol> {
  const used = new Set<ts.Symbol>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      const found = checker.getSymbolAtLocation(node);
      const target = found && resolve(checker, found);
      const [declaration] = target?.declarations ?? [];
      if (target && declaration && isTopLevel(declaration) && declaration.getSourceFile().fileName.includes(dist))
        used.add(target);
    }
    ts.forEachChild(node, visit);
  };
  for (const declaration of symbol.declarations ?? []) {
    if (holdingOf(checker, symbol) === undefined) visit(declaration);
  }
  used.delete(symbol);
  return used;
}

const isTopLevel = (declaration: ts.Node): boolean =>
  !ts.isSourceFile(declaration) && ts.isSourceFile(statementOf(declaration).parent);

/** `const a` is three nodes deep. */
const statementOf = (declaration: ts.Node): ts.Node =>
  ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;

const printer = ts.createPrinter({ removeComments: true, newLine: ts.NewLineKind.LineFeed });

function reportOf(
  { entry, exported, named }: Interface,
  homes: ReadonlyMap<ts.Symbol, Entry>,
  schemas: ReadonlyMap<ts.Symbol, string>,
): string {
  const print = (name: string, symbol: ts.Symbol): string => {
    const schema = schemas.get(symbol);
    if (schema) return `const ${name}: ${schema}`;
    const declarations = (symbol.declarations ?? []).map((declaration) => {
      const file = declaration.getSourceFile();
      return printer
        .printNode(ts.EmitHint.Unspecified, statementOf(declaration), file)
        .replace(/^(export )?(declare )?/, '')
        .replaceAll('    ', '  ');
    });
    const renamed = name === symbol.name ? [] : [`// ${symbol.name} as ${name}`];
    return [...renamed, ...declarations].join('\n');
  };
  const others = [...named].filter((symbol) => ![...exported.values()].includes(symbol)).sort(byName);
  const hidden = others.filter((symbol) => !homes.has(symbol));
  const elsewhere = others.filter((symbol) => homes.has(symbol));
  const fenced = (blocks: readonly string[]) => `\`\`\`ts\n${blocks.join('\n\n')}\n\`\`\``;
  return `${[
    `# ${entry.specifier}`,
    ...(exported.size > 0
      ? [fenced([...exported].map(([name, symbol]) => print(name, symbol)))]
      : ['Exports nothing.']),
    ...(hidden.length > 0
      ? ['Named above, not exported:', fenced(hidden.map((symbol) => print(symbol.name, symbol)))]
      : []),
    ...(elsewhere.length > 0
      ? ['Named above, exported elsewhere:', elsewhere.map((s) => `- ${s.name}: ${homes.get(s)?.specifier}`).join('\n')]
      : []),
  ].join('\n\n')}\n`;
}

const byName = (a: ts.Symbol, b: ts.Symbol): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

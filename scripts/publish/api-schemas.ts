/**
 * Schemas in the report of a public interface: told by what they give and take.
 *
 * @module
 */
import ts from 'typescript';
import { inOrder, layOut, nameParts, nameUnions } from './api-text.ts';

const FLAGS = ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.InTypeAlias;

/** The texts of all constants that hold schemas, with what is the same as another schema by its name. */
export function schemaTexts(checker: ts.TypeChecker, symbols: readonly ts.Symbol[]): Map<ts.Symbol, string> {
  const unions: Record<string, readonly string[]> = {};
  const holdings = new Map<ts.Symbol, Schema | string>();
  const parts = new Map<string, string>();
  for (const symbol of symbols) {
    const members = membersOf(checker, symbol);
    if (members) unions[symbol.name] = members;
    const holding = holdingOf(checker, symbol);
    if (holding === undefined) continue;
    holdings.set(symbol, holding);
    if (typeof holding === 'string') continue;
    parts.set(`output of ${symbol.name}`, holding.output);
    if (holding.input !== holding.output) parts.set(`input of ${symbol.name}`, holding.input);
  }
  const shorten = (text: string): string => nameUnions(nameParts(text, parts), unions);
  return new Map(
    [...holdings].map(([symbol, holding]) => [
      symbol,
      layOut(
        typeof holding === 'string'
          ? shorten(holding)
          : writeSchema({ output: shorten(holding.output), input: shorten(holding.input) }),
      ),
    ]),
  );
}

/** The members of a type that is a union of texts. */
function membersOf(checker: ts.TypeChecker, symbol: ts.Symbol): string[] | undefined {
  if (!(symbol.flags & ts.SymbolFlags.TypeAlias)) return undefined;
  const type = checker.getDeclaredTypeOfSymbol(symbol);
  if (!type.isUnion()) return undefined;
  const members = type.types.filter((member) => member.isStringLiteral());
  return members.length === type.types.length ? members.map(({ value }) => value) : undefined;
}

/** What a zod schema gives and takes, which says more than how it is made. */
interface Schema {
  readonly output: string;
  readonly input: string;
}

const writeSchema = ({ output, input }: Schema): string =>
  `schema of ${output}${input === output ? '' : ` that takes ${input}`}`;

/** Of a constant that is a schema: that; of one that holds schemas, such as a table of them or a function that makes one: its text. */
export function holdingOf(checker: ts.TypeChecker, symbol: ts.Symbol): Schema | string | undefined {
  const at = symbol.valueDeclaration;
  if (!at || !ts.isVariableDeclaration(at)) return undefined;
  const typeOf = (property: ts.Symbol): ts.Type => checker.getTypeOfSymbolAtLocation(property, at);
  const write = (type: ts.Type): string => inOrder(checker.typeToString(type, undefined, FLAGS));
  const schemaOf = (type: ts.Type): Schema | undefined => {
    const zod = type.getProperty('_zod');
    const [output, input] = ['output', 'input'].map((name) => zod && typeOf(zod).getProperty(name));
    return output && input && { output: write(typeOf(output)), input: write(typeOf(input)) };
  };
  const textOf = (type: ts.Type): string | undefined => {
    const schema = schemaOf(type);
    if (schema) return writeSchema(schema);
    const [signature] = type.getCallSignatures();
    if (signature) {
      const result = textOf(signature.getReturnType());
      const parameters = signature.getParameters().map((parameter) => `${parameter.name}: ${write(typeOf(parameter))}`);
      return result && `(${parameters.join(', ')}) => ${result}`;
    }
    if (!type.symbol || !(type.symbol.flags & (ts.SymbolFlags.TypeLiteral | ts.SymbolFlags.ObjectLiteral)))
      return undefined;
    const properties = type.getProperties().map((property) => ({ property, text: textOf(typeOf(property)) }));
    if (properties.every(({ text }) => text === undefined)) return undefined;
    return `{ ${properties.map(({ property, text }) => `${property.name}: ${text ?? write(typeOf(property))};`).join(' ')} }`;
  };
  const type = typeOf(symbol);
  return schemaOf(type) ?? textOf(type);
}

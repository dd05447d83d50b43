import { join } from 'node:path';
import {
  Application,
  CommentTag,
  type Context,
  Converter,
  DeclarationReflection,
  LogLevel,
  OptionDefaults,
  ReferenceType,
  type Reflection,
  ReflectionKind,
  type SignatureReflection,
  type SomeType,
  UnknownType,
} from 'typedoc';
import type { PluginOptions } from 'typedoc-plugin-markdown';
import ts from 'typescript';
import { entriesOf, type Published } from './packages.ts';

/** Tags of elements, of which a class has many: written as one list each. */
const LISTS: Readonly<Record<`@${string}`, `@${string}`>> = {
  '@event': '@events',
  '@csspart': '@parts',
  '@cssproperty': '@custom properties',
};

const MARKDOWN: Partial<PluginOptions> = {
  hidePageHeader: true,
  hideBreadcrumbs: true,
  useCodeBlocks: true,
  parametersFormat: 'table',
  propertiesFormat: 'table',
  interfacePropertiesFormat: 'table',
  classPropertiesFormat: 'table',
  typeAliasPropertiesFormat: 'table',
  typeDeclarationFormat: 'table',
};

/** Writes the pages of a package into a folder. @throws {Error} when typedoc has a warning, which it prints. */
export async function writePages(published: Published, out: string): Promise<void> {
  const app = await Application.bootstrapWithPlugins({
    plugin: ['typedoc-plugin-markdown'],
    entryPoints: entriesOf(published).map(({ source }) => source),
    tsconfig: join(published.folder, 'tsconfig.json'),
    out,
    readme: 'none',
    router: 'module',
    excludeExternals: true,
    excludeInternal: true,
    excludePrivate: true,
    excludeProtected: true,
    disableSources: true,
    hideGenerator: true,
    // The check compiles every package before.
    skipErrorChecking: true,
    logLevel: LogLevel.Warn,
    sort: ['source-order'],
    blockTags: [...OptionDefaults.blockTags, '@tag', ...(Object.keys(LISTS) as `@${string}`[])],
    modifierTags: OptionDefaults.modifierTags.filter((tag) => tag !== '@event'),
    requiredToBeDocumented: ['Class', 'Function'],
    validation: {
      notExported: false,
      invalidLink: true,
      rewrittenLink: true,
      notDocumented: true,
      unusedMergeModuleWith: true,
    },
    externalSymbolLinkMappings: { highs: { '*': '#' } },
    ...MARKDOWN,
  });
  app.converter.on(Converter.EVENT_CREATE_SIGNATURE, signatureAsWritten);
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, propertiesAsWritten);
  app.converter.on(Converter.EVENT_RESOLVE_END, shorten);
  const project = await app.convert();
  if (!project) throw new Error(`${published.manifest.name} could not be read`);
  app.validate(project);
  await app.generateOutputs(project);
  if (app.logger.hasErrors() || app.logger.hasWarnings())
    throw new Error(`the docstrings of ${published.manifest.name} have the faults above`);
}

/** Types of schemas by the names that the source gives them: typedoc would write them out, country by country. */
function written(context: Context, type: SomeType, node: ts.Node | undefined): SomeType {
  if (!node || !(ts.isTypeReferenceNode(node) || ts.isTypeQueryNode(node))) return type;
  if (!(type instanceof ReferenceType) || ts.isTypeQueryNode(node)) {
    if (isParameter(node)) return type;
    context.project.removeTypeReflections(type);
    return new UnknownType(node.getText());
  }
  if (type.typeArguments)
    type.typeArguments = type.typeArguments.map((argument, i) => written(context, argument, node.typeArguments?.[i]));
  return type;
}

/** Whether a type is a parameter of a class or function around it, which typedoc has filled in. */
function isParameter(node: ts.Node): boolean {
  const name = node.getText();
  for (let around: ts.Node = node; !ts.isSourceFile(around); around = around.parent) {
    const { typeParameters } = around as { typeParameters?: readonly ts.TypeParameterDeclaration[] };
    if (typeParameters?.some((parameter) => parameter.name.text === name)) return true;
  }
  return false;
}

function signatureAsWritten(
  context: Context,
  signature: SignatureReflection,
  declaration?: ts.SignatureDeclaration | ts.JSDocSignature,
): void {
  if (signature.type) signature.type = written(context, signature.type, declaration?.type);
  for (const [i, parameter] of (signature.parameters ?? []).entries()) {
    const node = declaration?.parameters[i];
    if (parameter.type && node && ts.isParameter(node)) parameter.type = written(context, parameter.type, node.type);
  }
}

function propertiesAsWritten(context: Context): void {
  for (const reflection of Object.values(context.project.reflections)) {
    if (!(reflection instanceof DeclarationReflection) || !reflection.type) continue;
    const node = context.getSymbolFromReflection(reflection)?.valueDeclaration;
    if (node && (ts.isPropertySignature(node) || ts.isPropertyDeclaration(node)))
      reflection.type = written(context, reflection.type, node.type);
  }
}

/** Leaves out what tells nothing: how a schema is made, what a base class of another package asks for. */
function shorten({ project }: Context): void {
  for (const reflection of Object.values(project.reflections)) {
    if (isForeign(reflection) || isConstructorOfNoun(reflection)) {
      project.removeReflection(reflection);
      continue;
    }
    const { type } = reflection as { type?: unknown };
    if (type instanceof ReferenceType && type.package === 'zod') type.typeArguments = [];
    if (reflection.comment) reflection.comment.blockTags = asLists(reflection.comment.blockTags);
  }
}

const isForeign = (reflection: Reflection): boolean =>
  reflection instanceof DeclarationReflection &&
  reflection.kind !== ReflectionKind.Constructor &&
  (FOR_LIT.has(reflection.name) || (reflection.overwrites !== undefined && !reflection.overwrites.reflection));

/** What elements have for lit to call or read. */
const FOR_LIT: ReadonlySet<string> = new Set([
  'connectedCallback',
  'disconnectedCallback',
  'properties',
  'render',
  'styles',
  'updated',
  'willUpdate',
]);

/** The nouns of the client are made by the client alone. */
const isConstructorOfNoun = (reflection: Reflection): boolean =>
  reflection.kind === ReflectionKind.Constructor &&
  reflection.parent instanceof DeclarationReflection &&
  reflection.parent.extendedTypes?.some((type) => type instanceof ReferenceType && type.name === 'Resource') === true;

function asLists(tags: readonly CommentTag[]): CommentTag[] {
  const lists = Object.entries(LISTS).flatMap(([tag, title]) => {
    const items = tags
      .filter((candidate) => candidate.tag === tag)
      .map(({ content }) => content.map(({ text }) => text).join(''));
    if (items.length === 0) return [];
    return [new CommentTag(title, [{ kind: 'text', text: items.map((item) => `- ${item.trim()}`).join('\n') }])];
  });
  return [...tags.filter(({ tag }) => !(tag in LISTS)), ...lists];
}

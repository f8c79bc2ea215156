import { join } from 'node:path';
import ts from 'typescript';

const cell = (text) => text.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|').trim();
const code = (text) => `\`${text.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|')}\``;
const oneLine = (parts) => cell(ts.displayPartsToString(parts));

const knownTags = ['default', 'deprecated', 'example', 'param', 'returns', 'see', 'throws'];

/** A sentence of a comment without the links that only an editor follows. */
const documented = (symbol, checker) => {
  const tags = symbol.getJsDocTags(checker);
  const stranger = tags.find(({ name }) => !knownTags.includes(name));
  if (stranger) throw new Error(`The comment of ${symbol.name} is cut at @${stranger.name}: write it inside of a line.`);
  const tag = (name) => tags.filter((one) => one.name === name).map((one) => oneLine(one.text));
  return { text: oneLine(symbol.getDocumentationComment(checker)), defaults: tag('default'), examples: tag('example') };
};

const writtenType = (symbol, checker) => {
  const [declaration] = symbol.declarations ?? [];
  const node = declaration && 'type' in declaration ? declaration.type : undefined;
  if (node) return node.getText().replace(/^readonly /, '');
  return checker.typeToString(checker.getTypeOfSymbol(symbol), undefined, ts.TypeFormatFlags.NoTruncation);
};

/** As it is written, but for what is a list of values elsewhere: a reader wants those. */
const aliasText = (written, type, checker) =>
  written.type.getText().includes('typeof ')
    ? checker.typeToString(type, undefined, ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.InTypeAlias)
    : written.type.getText();

const isOptional = (symbol) => (symbol.flags & ts.SymbolFlags.Optional) !== 0;

const propsTable = (type, checker) => {
  const rows = checker.getPropertiesOfType(type).map((symbol) => {
    const { text, defaults } = documented(symbol, checker);
    const given = isOptional(symbol) ? (defaults[0] ?? 'optional') : 'required';
    return `| \`${symbol.name}\` | ${code(writtenType(symbol, checker))} | ${given} | ${text} |`;
  });
  return ['| prop | type | default | meaning |', '|---|---|---|---|', ...rows].join('\n');
};

/** What a construct has besides what every construct has: its own public members, and those of its classes below `dist`. */
const membersList = (symbol, checker) => {
  const members = checker.getPropertiesOfType(checker.getDeclaredTypeOfSymbol(symbol));
  const statics = checker.getPropertiesOfType(checker.getTypeOfSymbol(symbol)).filter(({ name }) => name !== 'prototype');
  return [...members, ...statics.map((one) => Object.assign(Object.create(one), { isStatic: true }))].flatMap((member) => {
    const [declaration] = member.declarations ?? [];
    const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected;
    const isOwn = declaration?.getSourceFile().fileName.includes('/dist/') ?? false;
    if (!isOwn || ts.getCombinedModifierFlags(declaration) & hidden) return [];
    const { text, examples } = documented(member, checker);
    if (text === '' && examples.length === 0) return [];
    const name = `${member.isStatic ? `${symbol.name}.` : ''}${member.name}${ts.isMethodDeclaration(declaration) ? '()' : ''}`;
    return `- \`${name}\`: ${text}${examples[0] === undefined ? '' : ` Example: \`${examples[0]}\``}`;
  });
};

/** Every construct of the package with all of its props, from the types and their comments. */
export default (dist) => {
  const entry = join(dist, 'index.d.ts');
  const options = { module: ts.ModuleKind.Node16, moduleResolution: ts.ModuleResolutionKind.Node16, skipLibCheck: true, strict: true };
  const program = ts.createProgram([entry], { ...options, types: [] });
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(entry);
  const door = file && checker.getSymbolAtLocation(file);
  if (door === undefined) throw new Error(`${entry} exports nothing: run npm run build first.`);
  const exported = checker
    .getExportsOfModule(door)
    .map((symbol) => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const section = (symbol) => {
    const { text, examples } = documented(symbol, checker);
    const head = [`## \`${symbol.name}\``, '', text, ...examples.map((one) => `\nExample: \`${one}\``)];
    if (symbol.flags & ts.SymbolFlags.Class) {
      const members = membersList(symbol, checker);
      return [...head, ...(members.length === 0 ? [] : ['', ...members])].join('\n');
    }
    if (symbol.name === 'UserConfigs' || symbol.flags & ts.SymbolFlags.Function) return head.join('\n');
    const type = checker.getDeclaredTypeOfSymbol(symbol);
    const isProps = /(Props|Options|Reference|Outputs)$/.test(symbol.name);
    const written = symbol.declarations?.[0];
    const alias = written && ts.isTypeAliasDeclaration(written) ? aliasText(written, type, checker) : undefined;
    return [...head, '', isProps ? propsTable(type, checker) : (alias === undefined ? propsTable(type, checker) : `\`${alias.replaceAll(/\s+/g, ' ')}\``)].join('\n');
  };
  const shown = exported.filter(({ name }) => !name.endsWith('Error'));
  const content = `<!-- Generated by scripts/docs/constructs-page.mjs: change the comments of the types in src/constructs instead. -->

# The constructs

Every prop of every construct, as an editor shows it. An example of each name is on [the page of the package](package.md); the settings of
each service type, \`UserConfigs\`, are in camelCase what [the provider's page](provider.md#keys-of-user_configsettings) lists. Errors:
[their codes](errors.md).

${shown.map(section).join('\n\n')}
`;
  return { 'docs/constructs.md': `${content.replaceAll(/\n{3,}/g, '\n\n')}` };
};

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { repositoryRoot } from '../source-tree';
import { PackedProject } from './packed';

const toolkits = [
  { toolkit: 'cdktf', door: 'forkcast' },
  { toolkit: 'cdktn', door: 'forkcast/cdktn' },
] as const;

/** What `cdktf init` and `cdktn init` write, to the letter: both have the same. */
const initial = readFileSync(
  join(repositoryRoot, 'node_modules/cdktf-cli/bundle/templates/typescript/tsconfig.json'),
  'utf8',
);

const program = ({ toolkit, door }: { readonly toolkit: string; readonly door: string }): string => `
import { App, TerraformStack } from '${toolkit}';
import { ConfigurationError, Forkcast, Service } from '${door}';
import { aService } from 'forkcast/testing';
import { defineRule } from 'forkcast/rules';

const app = new App({ outdir: 'out-${toolkit}' });
const stack = new TerraformStack(app, 'demo');
new Forkcast(stack, 'forkcast', { project: 'demo' });
const pg = new Service(stack, 'pg', { serviceType: 'pg', serviceName: 'pg', plan: 'business-4', cloudName: 'aws-eu-west-1' });
pg.fork('fork', { serviceName: 'pg-fork' });
app.synth();
console.log([typeof ConfigurationError, typeof aService, typeof defineRule].join(' '));
`;

/** Each door of the package, and the file of its types. */
const doors = [
  ['forkcast', 'index'],
  ['forkcast/cdktn', 'cdktn'],
  ['forkcast/rules', 'rules/authoring'],
  ['forkcast/testing', 'domain/testing'],
] as const;

/** What a compiler makes of a folder, and what it finds wrong. */
interface Compiled {
  readonly program: ts.Program;
  readonly faults: readonly string[];
}

/** As `tsc` does that is started in the folder, without a process and a first reading of itself. */
const compile = (folder: string, files: readonly string[], options: ts.CompilerOptions): Compiled => {
  const host = { ...ts.createCompilerHost(options), getCurrentDirectory: () => folder };
  const program = ts.createProgram(files, options, host);
  const found = [...ts.getPreEmitDiagnostics(program), ...program.emit().diagnostics];
  return { program, faults: found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n')) };
};

/** The same by the folder's `tsconfig.json`. */
const compileProject = (folder: string): Compiled => {
  const read: { readonly config?: unknown } = ts.readConfigFile(join(folder, 'tsconfig.json'), (path) =>
    ts.sys.readFile(path),
  );
  const { fileNames, options, errors } = ts.parseJsonConfigFileContent(
    read.config,
    ts.sys,
    folder,
    {},
    join(folder, 'tsconfig.json'),
  );
  expect(errors).toEqual([]);
  return compile(folder, fileNames, options);
};

/** What the files of types export besides types, file by file. */
const valuesOf = (program: ts.Program, files: readonly string[]): readonly (readonly string[])[] => {
  const checker = program.getTypeChecker();
  const isValue = (symbol: ts.Symbol): boolean => {
    if (symbol.declarations?.some(ts.isTypeOnlyImportOrExportDeclaration) === true) return false;
    const meant = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    return (meant.flags & ts.SymbolFlags.Value) !== 0;
  };
  return files.map((file) => {
    const source = program.getSourceFile(file);
    const door = source && checker.getSymbolAtLocation(source);
    const exported = door === undefined ? [] : checker.getExportsOfModule(door).filter(isValue);
    return exported.map(({ name }) => name).sort();
  });
};

describe('the packed package in projects of both toolkits', () => {
  const project = new PackedProject();
  beforeAll(() => {
    project.install('cdktf', 'cdktn', 'constructs', 'typescript', '@types/node', 'undici-types');
    writeFileSync(join(project.folder, 'tsconfig.json'), initial);
    for (const one of toolkits) writeFileSync(join(project.folder, `${one.toolkit}.ts`), program(one));
  }, 60_000);
  afterAll(() => project.remove());
  let compiled: Compiled | undefined;
  const byInit = (): Compiled => (compiled ??= compileProject(project.folder));

  test.each([
    ['node10', ts.ModuleKind.CommonJS, ts.ModuleResolutionKind.Node10],
    ['node16', ts.ModuleKind.Node16, ts.ModuleResolutionKind.Node16],
    ['nodenext', ts.ModuleKind.NodeNext, ts.ModuleResolutionKind.NodeNext],
    ['bundler', ts.ModuleKind.ESNext, ts.ModuleResolutionKind.Bundler],
  ])('each door has its types for the resolution %s', (_, module, moduleResolution) => {
    const file = join(project.folder, 'main.ts');
    const found = doors.map(
      ([name]) =>
        ts.resolveModuleName(name, file, { module, moduleResolution }, ts.sys).resolvedModule?.resolvedFileName,
    );
    const folder = join(project.folder, 'node_modules/forkcast/dist');
    expect(found).toEqual(doors.map(([, name]) => join(folder, `${name}.d.ts`)));
  });

  test('what the types of each door declare is there, required and as a named import, and no more', () => {
    const folder = join(project.folder, 'node_modules/forkcast/dist');
    const names = valuesOf(
      byInit().program,
      doors.map(([, types]) => join(folder, `${types}.d.ts`)),
    );
    expect(names.map(({ length }) => length > 10)).toEqual(doors.map(() => true));
    const required = doors.map(([door]) => `console.log(Object.keys(require('${door}')).sort().join());`);
    expect(project.node('-e', required.join(''))).toEqual({ code: 0, text: `${names.join('\n')}\n` });
    const imported = doors.map(([door], index) => {
      const own = (names[index] ?? []).map((name) => `${name} as ${name}${index}`);
      return `import { ${own.join()} } from '${door}';`;
    });
    expect(project.node('--input-type=module', '-e', imported.join(''))).toEqual({ code: 0, text: '' });
  });

  test('an app of each compiles by the file that its `init` writes, and by the strictest', () => {
    expect(byInit().faults).toEqual([]);
    const strict = { strict: true, exactOptionalPropertyTypes: true, skipLibCheck: true, noEmit: true };
    const files = toolkits.map(({ toolkit }) => join(project.folder, `${toolkit}.ts`));
    const { faults } = compile(project.folder, files, { ...strict, module: ts.ModuleKind.NodeNext });
    expect(faults).toEqual([]);
  });

  test('both synthesize the same resources, as CommonJS and as a module', () => {
    const outputs = toolkits.map((one) => {
      expect(project.node(`${one.toolkit}.js`)).toEqual({ code: 0, text: 'function function function\n' });
      const written: unknown = JSON.parse(
        readFileSync(join(project.folder, `out-${one.toolkit}/stacks/demo/cdk.tf.json`), 'utf8'),
      );
      writeFileSync(join(project.folder, `${one.toolkit}.mjs`), program(one));
      expect(project.node(`${one.toolkit}.mjs`)).toEqual({ code: 0, text: 'function function function\n' });
      return typeof written === 'object' && written !== null && 'resource' in written ? written.resource : undefined;
    });
    expect(outputs[0]).toMatchObject({ terraform_data: expect.anything() });
    expect(outputs[1]).toEqual(outputs[0]);
  });

  test('the door of the other toolkit is told at the first construct', () => {
    writeFileSync(join(project.folder, 'mixed.mjs'), program({ toolkit: 'cdktn', door: 'forkcast' }));
    const { code, text } = project.node('mixed.mjs');
    expect([code, text]).toEqual([1, expect.stringContaining("import Forkcast from 'forkcast/cdktn' instead.")]);
    expect(text).toContain('its app is of cdktn 0.24.0');
    expect(text).not.toContain('node_modules');
  });
});

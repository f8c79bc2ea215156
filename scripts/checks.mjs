import { loadSources, sourceFile } from './source-files.mjs';

/*
 * The checks of who has no time to load a schema, made of the schemas that everyone else checks with: the local-exec program
 * (decision 0009), and the first picture of the console (0073). What a schema says and no shape of `src/domain/shape.ts` can say ends the build.
 */

const sources = `
  export { contract } from './src/api/operations/table';
  export { serviceOperationIds } from './src/api/client';
  export { ServiceResource } from './src/domain/service-resource';
`;

const refuse = (path, what) => {
  throw new Error(`${path}: no check can be made of ${what}. Give src/domain/shape.ts a shape for it.`);
};

const checked = (def, known, path) => {
  const checks = (def.checks ?? []).map((check) => check._zod.def);
  const unknown = checks.find(
    ({ check, pattern }) => !known.includes(check) || (check === 'string_format' && !pattern),
  );
  return unknown === undefined ? checks : refuse(path, `the check ${unknown.check}`);
};

/** A pattern in lines that can be read. */
const patternText = (pattern) => {
  if (String(pattern).length < 100) return String(pattern);
  const pieces = pattern.source.match(/.{1,80}/gsu).map((piece) => JSON.stringify(piece));
  return `new RegExp(${pieces.join(' + ')}, '${pattern.flags}')`;
};

const textShape = (def, path) => {
  const checks = checked(def, ['max_length', 'string_format'], path);
  const own = def.pattern === undefined ? [] : [{ check: 'string_format', pattern: def.pattern }];
  if (def.format !== undefined && own.length === 0) refuse(path, `the format ${def.format}`);
  return [...own, ...checks].reduce((before, { check, maximum, pattern }) => {
    if (check === 'string_format') return `matching(${patternText(pattern)}, ${before})`;
    return before === 'text' ? `textUpTo(${maximum})` : refuse(path, 'a length after another check');
  }, 'text');
};

const numberShape = (def, path) => {
  checked(def, [], path);
  if (def.format === undefined) return 'amount';
  return def.format === 'safeint' ? 'whole' : refuse(path, `a number of format ${def.format}`);
};

const listShape = (def, path) => {
  const [most] = checked(def, ['max_length'], path);
  const item = shapeOf(def.element, `${path}[]`);
  return most === undefined ? `listOf(${item})` : `listUpTo(${most.maximum}, ${item})`;
};

const objectShape = (def, path) => {
  checked(def, [], path);
  const others = def.catchall?._zod.def.type;
  if (others !== 'never' && others !== 'unknown') refuse(path, 'an object that leaves out other fields');
  const fields = Object.entries(def.shape).map(([name, field]) => `${name}: ${shapeOf(field, `${path}.${name}`)}`);
  return `${others === 'never' ? 'fields' : 'fieldsAtLeast'}({ ${fields.join(', ')} })`;
};

/** Any JSON is the one schema that holds itself. */
const isJson = (def) =>
  def
    .getter()
    ._zod.def.options.map(({ _zod }) => _zod.def.type)
    .join(' ') === 'string number boolean null array record';

export const shapeOf = ({ _zod: { def } }, path) => {
  switch (def.type) {
    case 'string':
      return textShape(def, path);
    case 'number':
      return numberShape(def, path);
    case 'array':
      return listShape(def, path);
    case 'object':
      return objectShape(def, path);
    case 'boolean':
      return checked(def, [], path) && 'truth';
    case 'null':
      return 'nothing';
    case 'enum':
      return `oneOf(${Object.values(def.entries)
        .map((value) => JSON.stringify(value))
        .join(', ')})`;
    case 'literal':
      return `oneOf(${def.values.map((value) => JSON.stringify(value)).join(', ')})`;
    case 'record':
      if (def.keyType._zod.def.type !== 'string' || def.keyType._zod.def.checks) refuse(path, 'names of one form only');
      return checked(def, [], path) && `mapOf(${shapeOf(def.valueType, `${path}{}`)})`;
    case 'optional':
      return checked(def, [], path) && `optional(${shapeOf(def.innerType, path)})`;
    case 'nullable':
      return checked(def, [], path) && `nullable(${shapeOf(def.innerType, path)})`;
    case 'lazy':
      return isJson(def) ? 'json' : refuse(path, 'a schema that holds itself');
    default:
      return refuse(path, `a schema of type ${def.type}`);
  }
};

/** The objects inside of a schema, the inner ones first: the name of the field, and the shape. */
const objectsIn = ({ _zod: { def } }, name) => {
  const inner = def.innerType ?? def.element ?? def.valueType;
  if (inner !== undefined) return objectsIn(inner, name);
  if (def.type !== 'object') return [];
  const parts = Object.entries(def.shape).flatMap(([field, schema]) => objectsIn(schema, field));
  return [...parts, [name, objectShape(def, name)]];
};

/** The text with each object that stands in it more than once said once, before it. */
const saidOnce = (text, schemas) => {
  const names = new Map();
  for (const [name, shape] of schemas.flatMap((schema) => objectsIn(schema, 'body'))) {
    if (names.has(shape) || text.split(shape).length < 3) continue;
    const same = [...names.values()].filter((known) => known.replace(/\d+$/u, '') === name).length;
    names.set(shape, same === 0 ? name : `${name}${same + 1}`);
  }
  const longestFirst = [...names].sort(([a], [b]) => b.length - a.length);
  const named = (whole) =>
    longestFirst.reduce((rest, [shape, name]) => (shape === whole ? rest : rest.replaceAll(shape, `${name}()`)), whole);
  const said = [...names].map(([shape, name]) => `const ${name} = () => ${named(shape)};\n\n`).join('');
  return said + named(text);
};

const fileOf = (from, imports, body) => {
  const used = [
    'amount',
    'fields',
    'fieldsAtLeast',
    'json',
    'listOf',
    'listUpTo',
    'mapOf',
    'matching',
    'nothing',
    'nullable',
    'oneOf',
    'optional',
  ]
    .concat(['text', 'textUpTo', 'truth', 'whole'])
    .filter((name) => new RegExp(`\\b${name}\\b(?!:)`, 'u').test(body));
  return `// Written from ${from} by scripts/checks.mjs; npm run build renews it.
${imports}

const { ${used.join(', ')} } = shapes;

${body}
`;
};

/** The files of checks by their paths, as the schemas have them now. Rejects where no check can be made. */
export const makeChecks = async () => {
  const { contract, serviceOperationIds, ServiceResource } = await loadSources(sources);
  const bodies = serviceOperationIds.map((id) => {
    const { takesBody, body } = contract[id];
    return `${id}: checkOf(() => ${takesBody ? shapeOf(body(), id) : 'nothing'}),`;
  });
  const listed = ['ChangesGet', 'ServicePage'];
  const asked = listed.map((id) => {
    const { method, path, takesBody, answer } = contract[id];
    const read = `readBy(checkOf(() => ${shapeOf(answer(), id)}))`;
    return `${id}: { method: '${method}', path: '${path}', takesBody: ${takesBody}, read: ${read} },`;
  });
  const readers = serviceOperationIds.filter((id) => contract[id].onlyReads);
  const files = {
    'src/registry/embedded/body-checks.ts': fileOf(
      'the operations that the engine asks',
      `import type { BodyOf, Contract, ServiceOperationId } from '../../api';
import { checkOf, shapes, type Check } from '../../domain';`,
      saidOnce(
        `/** The bodies of the operations that the engine asks, as their schemas have them. */
export const bodyChecks: { readonly [Id in ServiceOperationId]: Check<BodyOf<Contract[Id]>> } = { ${bodies.join(' ')} };

/** Those of them that change nothing. */
export const readingOperations: ReadonlySet<ServiceOperationId> = new Set([${readers.map((id) => `'${id}'`).join(', ')}]);`,
        serviceOperationIds.map((id) => contract[id].body()),
      ),
    ),
    'src/console/list-operations.ts': fileOf(
      'the operations that the list of services asks',
      `import { readBy, type Asked } from '../api';
import { checkOf, shapes } from '../domain';`,
      saidOnce(
        `/** What the list of services asks, without schemas: they take longer to load than all that the list shows. */
export const listOperations: { readonly [Id in ${listed.map((id) => `'${id}'`).join(' | ')}]: Asked<Id> } = { ${asked.join(' ')} };`,
        listed.map((id) => contract[id].answer()),
      ),
    ),
    'src/engine/resource-check.ts': fileOf(
      'src/domain/service-resource.ts',
      "import { checkOf, shapes, type Check, type ServiceResource } from '../domain';",
      `/** A declared service, as its schema has it. */
export const resourceCheck: Check<ServiceResource> = checkOf(() => ${shapeOf(ServiceResource, 'ServiceResource')});`,
    ),
  };
  return Promise.all(Object.entries(files).map(([path, text]) => sourceFile(path, text)));
};

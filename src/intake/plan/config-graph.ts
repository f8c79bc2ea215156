import { blockAddress, isJsonList, isJsonObject, type JsonObject, type JsonValue } from '../../domain';
import { objectOr } from './marked-value';

/** One resource block of the configuration: the modules that lead to it, and `aiven_pg.main` or `data.aiven_pg.main`. */
export interface ConfigNode {
  readonly modules: readonly string[];
  readonly resource: string;
  /** The instance that a reference names, such as `["a"]`; absent: any. */
  readonly instance?: string;
}

/** What an expression refers to, through variables and outputs of modules. */
export interface Resolved {
  readonly nodes: readonly ConfigNode[];
  /** It goes through a local value or another thing that a plan does not describe, so there may be more. */
  readonly opaque: boolean;
}

/** Modules deeper than this are not followed. */
const deepest = 32;

const resourcePattern = /^((?:data\.)?[A-Za-z_][\w-]*\.[A-Za-z_][\w-]*)(\[(?:\d+|"(?:[^"\\]|\\.)*")\])?/;
const harmless = /^(var|count|each\.key|path|terraform|self)\b/;

/** The references of a plan's configuration, resource by resource; made from its root module. */
export class ConfigGraph {
  private readonly blocks = new Map<JsonObject, ReadonlyMap<string, JsonObject>>();

  constructor(private readonly root: JsonObject) {}

  /** The block of a resource; undefined: the configuration has none, as for what is destroyed. */
  block(modules: readonly string[], resource: string): JsonObject | undefined {
    const module = this.module(modules);
    return module && this.blocksOf(module).get(resource);
  }

  /** What a resource waits for: its references, its `depends_on`, and that of the modules around it. */
  before({ modules, resource }: ConfigNode): readonly ConfigNode[] {
    const block = this.block(modules, resource);
    const { expressions, for_each_expression: each, count_expression: count, depends_on: after } = block ?? {};
    const references = [expressions, each, count].flatMap(referencesIn);
    const own = references.length === 0 ? [] : this.resolve(modules, references).nodes;
    const inherited = modules.flatMap((name, depth) => {
      const parent = modules.slice(0, depth);
      const call = objectOr(objectOr(this.module(parent)?.module_calls)[name]);
      return this.dependencies(parent, call.depends_on);
    });
    return [...own, ...this.dependencies(modules, after), ...inherited];
  }

  /** What references of a module lead to. */
  resolve(modules: readonly string[], references: readonly string[], depth = 0): Resolved {
    const nodes: ConfigNode[] = [];
    let opaque = false;
    const add = (resolved: Resolved): void => {
      nodes.push(...resolved.nodes);
      opaque ||= resolved.opaque;
    };
    for (const reference of references) {
      if (reference.startsWith('var.')) add(this.ofVariable(modules, reference.slice(4), depth));
      else if (reference.startsWith('module.')) add(this.ofOutput(modules, reference, depth));
      else if (!harmless.test(reference)) {
        const node = this.nodeOf(modules, reference);
        if (node === undefined) opaque = true;
        else nodes.push(node);
      }
    }
    return { nodes, opaque };
  }

  /** What the call of the innermost module passes in under a name; undefined: nothing. */
  argument(modules: readonly string[], name: string): JsonValue | undefined {
    const call = modules.at(-1);
    if (call === undefined) return undefined;
    const module = this.module(modules.slice(0, -1));
    return objectOr(objectOr(objectOr(module?.module_calls)[call]).expressions)[name];
  }

  /** What a variable of a module is when nothing is passed in; undefined: it must be given, or has none that a plan shows. */
  variableDefault(modules: readonly string[], name: string): JsonValue | undefined {
    return objectOr(objectOr(this.module(modules)?.variables)[name]).default;
  }

  private nodeOf(modules: readonly string[], reference: string): ConfigNode | undefined {
    const [, resource = '', instance] = resourcePattern.exec(reference) ?? [];
    if (this.block(modules, resource) === undefined) return undefined;
    return { modules, resource, ...(instance === undefined ? {} : { instance }) };
  }

  private ofVariable(modules: readonly string[], path: string, depth: number): Resolved {
    const call = modules.at(-1);
    const [name = ''] = path.split(/[.[]/);
    if (call === undefined || depth > deepest) return { nodes: [], opaque: depth > deepest };
    return this.resolve(modules.slice(0, -1), referencesIn(this.argument(modules, name)), depth + 1);
  }

  private ofOutput(modules: readonly string[], reference: string, depth: number): Resolved {
    const [, name = '', output] = /^module\.([\w-]+)(?:\[[^\]]*\])?(?:\.([\w-]+))?/.exec(reference) ?? [];
    if (output === undefined || depth > deepest) return { nodes: [], opaque: depth > deepest };
    const inside = [...modules, name];
    const expression = objectOr(objectOr(this.module(inside)?.outputs)[output]).expression;
    return this.resolve(inside, referencesIn(expression), depth + 1);
  }

  private dependencies(modules: readonly string[], after: JsonValue | undefined): readonly ConfigNode[] {
    const names = isJsonList(after) ? after.filter((name) => typeof name === 'string') : [];
    return names.flatMap((name) => {
      const [, module] = /^module\.([\w-]+)$/.exec(name) ?? [];
      if (module !== undefined) return this.everythingIn([...modules, module]);
      return this.resolve(modules, [name]).nodes;
    });
  }

  private everythingIn(modules: readonly string[]): readonly ConfigNode[] {
    const module = this.module(modules);
    if (module === undefined || modules.length > deepest) return [];
    const inner = Object.keys(objectOr(module.module_calls)).flatMap((name) => this.everythingIn([...modules, name]));
    return [...[...this.blocksOf(module).keys()].map((resource) => ({ modules, resource })), ...inner];
  }

  private module(modules: readonly string[]): JsonObject | undefined {
    return modules.reduce<JsonObject | undefined>((module, name) => {
      const call = objectOr(module?.module_calls)[name];
      return isJsonObject(call) ? objectOr(call.module) : undefined;
    }, this.root);
  }

  private blocksOf(module: JsonObject): ReadonlyMap<string, JsonObject> {
    const kept = this.blocks.get(module);
    if (kept !== undefined) return kept;
    const blocks = new Map<string, JsonObject>();
    for (const block of isJsonList(module.resources) ? module.resources : [])
      if (isJsonObject(block) && typeof block.address === 'string') blocks.set(block.address, block);
    this.blocks.set(module, blocks);
    return blocks;
  }
}

/** Every reference that stands anywhere in an expression. Never throws. */
export const referencesIn = (expression: JsonValue | undefined): readonly string[] => {
  const found: string[] = [];
  collectReferences(expression, found);
  return found;
};

const collectReferences = (expression: JsonValue | undefined, found: string[]): void => {
  if (typeof expression !== 'object' || expression === null) return;
  if (isJsonList(expression)) {
    for (const item of expression) collectReferences(item, found);
    return;
  }
  const { references } = expression;
  if (isJsonList(references)) {
    for (const reference of references) if (typeof reference === 'string') found.push(reference);
    return;
  }
  for (const key in expression) if (key !== 'constant_value') collectReferences(expression[key], found);
};

/** The names of the modules in an address such as `module.a[0].module.b`. Never throws. */
export const moduleNames = (moduleAddress: string): readonly string[] =>
  moduleAddress === ''
    ? []
    : [...blockAddress(moduleAddress).matchAll(/module\.([\w-]+)/g)].map(([, name = '']) => name);

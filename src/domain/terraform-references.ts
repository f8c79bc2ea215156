/** A resource of a synthesized stack, as far as Terraform's order is concerned. */
interface OrderedResource {
  /** `terraform_data.fork_run`. */
  readonly address: string;
  /** In Terraform's JSON syntax. */
  readonly body: object;
}

/** For every resource of a stack, those of the same stack that Terraform makes before it. Never throws. */
export const findDependencies = (resources: readonly OrderedResource[]): ReadonlyMap<string, readonly string[]> => {
  const addresses = new Set(resources.map(({ address }) => address));
  const named = (body: object): readonly string[] => {
    const inExpressions = expressionsIn(JSON.stringify(body));
    const after: unknown = 'depends_on' in body ? body.depends_on : undefined;
    const written = Array.isArray(after) ? after.filter((name) => typeof name === 'string') : [];
    const mentions = [...written, ...inExpressions].flatMap(
      (text) => text.match(/\b[a-z][a-z0-9_]*\.[A-Za-z_][A-Za-z0-9_-]*/g) ?? [],
    );
    return [...new Set(mentions)].filter((mention) => addresses.has(mention));
  };
  return new Map(resources.map(({ address, body }) => [address, named(body)]));
};

/** Each part of a text from a mark of a template to the next closing brace, without a quotation mark in between: in one pass. */
const expressionsIn = (text: string): readonly string[] =>
  text
    .split('}')
    .slice(0, -1)
    .flatMap((part) => {
      const unquoted = part.slice(part.lastIndexOf('"') + 1);
      const at = unquoted.search(/[$%]\{/);
      return at < 0 ? [] : [unquoted.slice(at)];
    });

/**
 * The resources that Terraform replaces by creating first, each with the one that says so: `create_before_destroy` of a resource holds
 * for everything that it depends on. Never throws.
 */
export const createdFirst = (resources: readonly OrderedResource[]): ReadonlyMap<string, string> => {
  const declaring = resources.filter(({ body }) => isCreatedFirst(body)).map(({ address }) => address);
  const reached = new Map<string, string>();
  if (declaring.length === 0) return reached;
  const dependencies = findDependencies(resources);
  for (const address of declaring) {
    const open = [address];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (reached.has(next)) continue;
      reached.set(next, address);
      open.push(...(dependencies.get(next) ?? []));
    }
  }
  return reached;
};

const isCreatedFirst = (body: object): boolean => {
  const lifecycle: unknown = 'lifecycle' in body ? body.lifecycle : undefined;
  const settings: readonly unknown[] = Array.isArray(lifecycle) ? lifecycle : [lifecycle];
  return settings.some(
    (one) =>
      typeof one === 'object' && one !== null && 'create_before_destroy' in one && one.create_before_destroy === true,
  );
};

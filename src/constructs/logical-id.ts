import { Construct, RootConstruct } from './cdktf';
import type { TerraformStack } from './cdktf';

/**
 * The name that a stack gives, or gave, to a resource at a path below it, whether a construct stands there or not: as the stack
 * itself names resources, should it do so in a way of its own.
 */
export const logicalIdAt = (stack: TerraformStack, ids: readonly string[]): string => {
  const [first, ...rest] = ids;
  if (first === undefined) return '';
  const root: Construct = new RootConstruct(first);
  return stack.getLogicalId(rest.reduce((scope, id) => new Construct(scope, id), root).node);
};

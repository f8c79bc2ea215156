import type { Construct, TerraformStack } from './cdktf';

/** Where a service was declared before: a construct id beside it, a construct path, or a path in another stack. */
export type MovedFrom = string | { readonly stack: string; readonly path: string };

/** A place that an owner's label names: the path of a stack, and the construct path in it. */
export interface FormerPlace {
  readonly stack: string;
  /** From the root of the app on, so that it begins with the stack's. */
  readonly path: string;
}

/** The place that a construct says it was moved from; a text without a slash is an id in its own scope. Never throws. */
export const resolveFormerPlace = (construct: Construct, stack: TerraformStack, movedFrom: MovedFrom): FormerPlace => {
  if (typeof movedFrom !== 'string') return { stack: movedFrom.stack, path: below(movedFrom.stack, movedFrom.path) };
  const own = stack.node.path;
  if (movedFrom.includes('/')) return { stack: own, path: below(own, movedFrom) };
  const scope = construct.node.scope?.node.path ?? own;
  return { stack: own, path: `${scope}/${movedFrom}` };
};

/** The ids from the stack down to the place. */
export const idsBelowStack = ({ stack, path }: FormerPlace): readonly string[] =>
  path.slice(stack.length + 1).split('/');

const below = (stack: string, path: string): string => (path.startsWith(`${stack}/`) ? path : `${stack}/${path}`);

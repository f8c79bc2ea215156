import { readRecord } from './record';
import { createdFirst } from '../domain';
import type { Carried } from '../domain';
import { findAddress } from './address';
import type { Carrier } from './carrier-settings';
import { TerraformResource, TerraformStack } from './cdktf';
import type { IConstruct } from './cdktf';
import { TerraformData } from './terraform-data';

/** The resources of a stack that Terraform replaces by creating first, each with the one that says so. */
export type CreatedFirst = (stack: TerraformStack) => ReadonlyMap<string, string>;

/** What the rules know of the resources that carry a service. Never throws. */
export const carriedBy = ({ holder }: Carrier, createdFirstIn: CreatedFirst): Carried => {
  const address = findAddress(holder);
  const isCommand = holder instanceof TerraformData;
  const first = isCommand ? createdFirstIn(TerraformStack.of(holder)).get(address) : undefined;
  return {
    by: isCommand ? 'local-exec' : 'provider',
    address,
    ...(first === undefined ? {} : { createdFirstBy: first }),
    ...(isImported(holder) ? { imports: true } : {}),
  };
};

/** Looks into each stack once, however many of its services are asked for: for the length of one judgement. */
export const lookOnce = (): CreatedFirst => {
  const found = new Map<TerraformStack, ReadonlyMap<string, string>>();
  return (stack) => {
    const first = found.get(stack) ?? findCreatedFirst(stack);
    found.set(stack, first);
    return first;
  };
};

/** Looked up in what the stack synthesizes, and only where a resource of it says so at all: it takes as long as the synthesis. */
const findCreatedFirst: CreatedFirst = (stack) => {
  if (!stack.node.findAll().some(mayCreateFirst)) return new Map();
  const { resource } = readRecord(stack.toTerraform());
  return createdFirst(
    Object.entries(readRecord(resource)).flatMap(([type, bodies]) =>
      Object.entries(readRecord(bodies)).flatMap(([name, body]) =>
        typeof body === 'object' && body !== null ? [{ address: `${type}.${name}`, body }] : [],
      ),
    ),
  );
};

/** What was given as a property, or by the escape hatch, which CDKTF does not show. */
const mayCreateFirst = (construct: IConstruct): boolean => {
  if (!TerraformResource.isTerraformResource(construct)) return false;
  if (construct.lifecycle?.createBeforeDestroy === true) return true;
  const overrides: unknown = Reflect.get(construct, 'rawOverrides');
  return typeof overrides === 'object' && overrides !== null && 'lifecycle' in overrides;
};

/** `importFrom` was called: CDKTF shows it nowhere else. */
const isImported = (resource: TerraformResource): boolean => Boolean(Reflect.get(resource, '_imported'));

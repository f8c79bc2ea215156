import { TerraformResource, TerraformStack } from './cdktf';
import type { Construct, TerraformResourceConfig } from './cdktf';
import { CarrierMissingError } from './errors';
import { ownToolkit } from './one-toolkit';
import { refuse } from './told-refusal';

type NullModule = typeof import('@cdktf/provider-null');

/** A `null_resource`; its provider is added to the stack when it is not there yet. @throws CarrierMissingError */
export const nullResource = (
  scope: Construct,
  id: string,
  config: Pick<TerraformResourceConfig, 'dependsOn' | 'provisioners'> & {
    readonly triggers: Readonly<Record<string, string>>;
  },
): TerraformResource => {
  const { provider, resource } = loadNullProvider();
  const stack = TerraformStack.of(scope);
  if (!stack.node.tryFindChild(providerId)) new provider.NullProvider(stack, providerId);
  return new resource.Resource(scope, id, config);
};

const providerId = 'forkcast-null';

const loadNullProvider = (): NullModule => {
  try {
    // An optional peer: loaded only when this carrier is chosen, and through the module loader that loaded cdktf.
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    const loaded: unknown = require('@cdktf/provider-null');
    if (isNullModule(loaded)) return loaded;
  } catch {
    return refuse(new CarrierMissingError(ownToolkit ?? 'cdktf'));
  }
  return refuse(new CarrierMissingError(ownToolkit ?? 'cdktf'));
};

/** Its classes extend those of the toolkit that it found: under cdktn, with cdktf installed beside it, the other's. */
const isNullModule = (loaded: unknown): loaded is NullModule => {
  const resource: unknown = typeof loaded === 'object' && loaded !== null ? Reflect.get(loaded, 'resource') : undefined;
  const made: unknown =
    typeof resource === 'object' && resource !== null ? Reflect.get(resource, 'Resource') : undefined;
  return typeof made === 'function' && made.prototype instanceof TerraformResource;
};

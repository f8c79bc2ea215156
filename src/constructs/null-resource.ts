import { TerraformStack } from './cdktf';
import type { Construct, TerraformResource, TerraformResourceConfig } from './cdktf';
import { CarrierMissingError } from './errors';
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
    return refuse(new CarrierMissingError());
  }
  return refuse(new CarrierMissingError());
};

const isNullModule = (loaded: unknown): loaded is NullModule =>
  typeof loaded === 'object' && loaded !== null && 'provider' in loaded && 'resource' in loaded;

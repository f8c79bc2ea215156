import { refuseDeclaration } from './told-refusal';
import type { IResolvable, TerraformResource } from './cdktf';
import { ProviderResource } from './provider-backend-resource';

/**
 * What a live service says of itself, as expressions that are known after apply. Only the provider's backend has them: what a command
 * of local-exec learns never comes back into the state, and each of these then throws ConfigurationError. `ServiceData` reads the same
 * beside either backend.
 */
export class ServiceOutputs {
  constructor(private readonly holder: TerraformResource) {}

  /** Its address with the administrator's password: a `TerraformOutput` of it needs `sensitive: true`. */
  get serviceUri(): string {
    return readable(this.holder, 'service_uri').getStringAttribute('service_uri');
  }

  get host(): string {
    return readable(this.holder, 'service_host').getStringAttribute('service_host');
  }

  get port(): number {
    return readable(this.holder, 'service_port').getNumberAttribute('service_port');
  }

  /** Source, recovery point, backup and location of a fork, in the provider's names; null of what is no fork. */
  get lineage(): IResolvable {
    return readable(this.holder, 'lineage').interpolationForAttribute('lineage');
  }

  /** The instant whose state the fork holds, RFC 3339. */
  get recoveryPoint(): string {
    return readable(this.holder, 'lineage').getStringAttribute('lineage.recovery_point');
  }

  /** What was copied from the source and what was not: `copied` and `not_copied`, lists of names by kind. */
  get manifest(): IResolvable {
    return readable(this.holder, 'manifest').interpolationForAttribute('manifest');
  }
}

/** The resource, when it has attributes to read. @throws ConfigurationError */
export const readable = (resource: TerraformResource, attribute: string): TerraformResource =>
  resource instanceof ProviderResource
    ? resource
    : refuseDeclaration(
        resource.node.scope?.node.path ?? resource.node.path,
        `${attribute} is known to the backend 'provider' alone, since what a command learns does not come back into the state. ` +
          "Say backend: 'provider', or read it by new ServiceData(...).",
      );

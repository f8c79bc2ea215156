import type { Carried, JsonObject } from '../../../domain';
import type { MarkedValue } from '../marked-value';
import type { PlannedResource } from '../plan-file';

/** What a family is told beside the values of a resource. */
export interface FieldContext {
  /** Whether the configuration writes an attribute or block; what it does not write and is known later is computed. */
  readonly isWritten: (field: string) => boolean;
}

/** One provider's resources that stand for a service. */
export interface ServiceFamily {
  /** Which of Forkcast's two ways makes its services; absent: neither. */
  readonly carriedBy?: Carried['by'];
  /** Whether a resource type belongs to it. */
  readonly isOne: (type: string) => boolean;
  /** Whether a resource of such a type really carries a service. */
  readonly carriesService: (resource: PlannedResource) => boolean;
  /** Name of the block that holds the settings of a type; undefined: they are no block. */
  readonly userConfigBlock: (type: string) => string | undefined;
  /** Where the service is shown, when that is not the address of the resource: its construct path. */
  readonly pathOf?: (resource: PlannedResource) => string | undefined;
  /** The fields of a `ServiceResource`, in Terraform's JSON syntax. */
  readonly fieldsOf: (type: string, values: MarkedValue, context: FieldContext) => JsonObject;
}

import type { Carried, JsonObject } from '../../../domain';
import type { MarkedValue } from '../marked-value';
import type { PlannedResource } from '../plan-file';

/** What a family is told beside the values of a resource. */
export interface FieldContext {
  /** Whether the configuration writes an attribute or block; what it does not write and is known later is computed. */
  readonly isWritten: (field: string) => boolean;
  /** Whether a block that is not known may stand in a `dynamic` one that nobody has seen. @default none may */
  readonly isHidden?: (block: string) => boolean;
}

/** One provider's resources that stand for a service. */
export interface ServiceFamily {
  /** Which of Forkcast's two ways makes its services; absent: neither. */
  readonly carriedBy?: Carried['by'];
  /** Whether a resource type belongs to it. */
  readonly isOne: (type: string) => boolean;
  /** The resource type that a resource is read as, where a generic one tells it in a field; undefined: it carries no service. */
  readonly readAs: (resource: Pick<PlannedResource, 'type' | 'before' | 'after'>) => string | undefined;
  /** Name of the block that holds the settings of a type; undefined: they are no block. */
  readonly userConfigBlock: (type: string) => string | undefined;
  /** The field that holds the name of the service, @default `service_name`. */
  readonly nameField?: string;
  /** Fields of that block that name the source of a fork, @default those of the API. */
  readonly sourceFields?: readonly string[];
  /** Where the service is shown, when that is not the address of the resource: its construct path. */
  readonly pathOf?: (resource: PlannedResource) => string | undefined;
  /** Id of the owner that the record has of the service; absent: a record has none. */
  readonly holderOf?: (resource: PlannedResource) => string | undefined;
  /** The fields of a `ServiceResource`, in Terraform's JSON syntax. */
  readonly fieldsOf: (type: string, values: MarkedValue, context: FieldContext) => JsonObject;
}

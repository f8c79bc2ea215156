import type { LiveService } from './live-service';

/** What a plan will do with a declared service; told by a Terraform plan or state, never by a synth output. */
export interface PlannedChange {
  /**
   * `replace`: the live service is destroyed and made again. `delete`: it is only destroyed. `read`: a data source, or a resource that
   * is let go of, which exists and is not touched.
   */
  readonly kind: 'create' | 'update' | 'replace' | 'delete' | 'no-op' | 'read';
  /** API names of the settings that force a replacement, such as `user_config.recovery_target_time`; [] for any other kind. */
  readonly reasons: readonly string[];
  /** The tool's own word for it, such as `replace_because_tainted` or `delete_because_no_resource_config`; absent: none. */
  readonly why?: string;
  /** What the record holds; absent: nothing, as before a create. */
  readonly prior?: LiveService;
  /** Id of the owner that the record has of it; absent: it has none, or the plan does not tell. */
  readonly holder?: string;
  /** The address that it had before the plan moved it. */
  readonly movedFrom?: string;
  /** The plan takes a service that exists into the record. */
  readonly imported?: true;
  /** Why a live service is only read: it leaves the record and stays; absent: a data source, or no such thing. */
  readonly letGo?: 'forgotten' | 'undeclared' | 'anothers';
  /** A replacement that makes the new service before it destroys the old one. */
  readonly createFirst?: true;
}

/** One static address that the same plan or its record knows. */
export interface StaticAddress {
  /** Address of the resource that declares it. */
  readonly address: string;
  /** Undefined: known only after apply. */
  readonly id: string | undefined;
  readonly project: string | undefined;
  readonly cloud: string | undefined;
  /** `creating`, `created`, `available` or `assigned`, in the API's words. */
  readonly state: string | undefined;
  /** The service that has it. */
  readonly heldBy: string | undefined;
}

/** One private network that the same plan or its record knows. */
export interface PrivateNetwork {
  /** Address of the resource that declares it. */
  readonly address: string;
  readonly project: string | undefined;
  readonly cloud: string | undefined;
}

/** One thing that is fixed when a service is made, and is asked to be something else. */
export interface Difference {
  readonly what: 'fork-key' | 'backup' | 'location' | 'name' | 'type' | 'fixed';
  /** API name: `user_config.recovery_target_time`, `from`, `service_name`. */
  readonly attribute: string;
  /** The name without what it stands in. */
  readonly key: string;
  /** Null: made without it. */
  readonly before: string | null;
  readonly after: string;
}

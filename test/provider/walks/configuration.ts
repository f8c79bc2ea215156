import type { ObjectValue } from '../../../src/provider/protocol';

/** A block `forkcast_service` of a configuration. */
export interface Block {
  readonly name: string;
  /** A service of its own, or a fork of `orders` as it was early or late. */
  readonly made: 'plain' | 'early' | 'late';
  readonly hour: number;
  readonly mayReplace: boolean;
  readonly createFirst: boolean;
}

/** What a user has written: blocks by their label, and what is to be done once. */
export interface Configuration {
  readonly blocks: ReadonlyMap<string, Block>;
  readonly moved: readonly { readonly from: string; readonly to: string }[];
  readonly imports: readonly { readonly to: string; readonly name: string }[];
}

/** Where the provider process dies: at a request of the walk that applies, before or after it is carried out. */
export interface Kill {
  readonly at: 'create' | 'look' | 'change' | 'end';
  readonly when: 'before' | 'after';
  /** Which look, counted from 1. */
  readonly nth: number;
}

/** One `terraform apply`. */
export interface Apply {
  readonly configuration: Configuration;
  /** `-replace=`, the label of a block. */
  readonly replace: string | undefined;
  readonly refresh: boolean;
  readonly kill: Kill | undefined;
  /** In which order the walks take objects that do not depend on one another; odd: all at once. */
  readonly order: number;
  /** What happens after the plan, which is saved, and before it is applied. */
  readonly meanwhile: (() => Promise<void>) | undefined;
}

export const project = 'demo';

const times = { early: '2026-11-02T00:00:00Z', late: '2026-11-03T00:00:00Z' } as const;

/** The time that a block's fork is of; undefined: it is none. */
export const timeOf = ({ made }: Block): string | undefined => (made === 'plain' ? undefined : times[made]);

/** A block as Terraform sends it. */
export const valueOf = (block: Block): ObjectValue => {
  const time = timeOf(block);
  return {
    service_name: block.name,
    service_type: 'pg',
    plan: 'business-4',
    cloud_name: 'google-europe-west1',
    ...(block.mayReplace ? { on_fork_change: 'replace' } : {}),
    user_config: {
      backup_hour: block.hour,
      ...(time === undefined ? {} : { service_to_fork_from: 'orders', recovery_target_time: time }),
    },
  };
};

/** The requests that a kill meets, as `METHOD /path`. */
export const requestsOf: Readonly<Record<Kill['at'], RegExp>> = {
  create: /^POST .*\/service$/,
  look: /^POST .*\/owner\/look$/,
  change: /^PUT .*\/service\/[^/]+$/,
  end: /^DELETE .*\/service\/[^/]+$/,
};

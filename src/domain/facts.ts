import * as z from 'zod/mini';
import type { Catalogue } from './catalogue';
import { entry, Instant } from './entry';
import type { ServiceFacts } from './service-facts';
import type { EpochMs } from './time';
import type { UnpublishedFact } from './unpublished';

/** A service that was terminated, or removed because it was powered off for too long; its backups are kept for 30 days. */
export const TerminatedFacts = entry({
  project: z.string(),
  service: z.string(),
  type: z.string(),
  terminatedAt: Instant,
  backupsKeptUntil: Instant,
  /** It was powered off for too long; absent: it was terminated, or nobody tells. */
  removed: z.exactOptional(z.literal(true)),
  /** Stack and path of who held it, or made it; absent: nobody, or not known. */
  madeBy: z.exactOptional(entry({ stack: z.string(), path: z.string() })),
});

/** A service that was terminated, or removed. */
export type TerminatedFacts = z.infer<typeof TerminatedFacts>;

/** What a control plane knows of one project. */
export const ProjectFacts = entry({ name: z.string(), organization: z.string(), defaultCloud: z.string() });

/** What a control plane knows of one project. */
export type ProjectFacts = z.infer<typeof ProjectFacts>;

/** All that a control plane told of one instant. A name that is missing here does not exist there, unless the facts are partial. */
export interface Facts {
  /** Where they come from, as `FORKCAST_REGISTRY` names it. */
  readonly origin: string;
  /** The control plane's own clock when they were read. */
  readonly now: EpochMs;
  readonly projects: ReadonlyMap<string, ProjectFacts>;
  /** By `serviceKey`. */
  readonly services: ReadonlyMap<string, ServiceFacts>;
  /** By `serviceKey`: the newest of each name that is not live again; absent: not published. */
  readonly terminated?: ReadonlyMap<string, TerminatedFacts>;
  readonly catalogue: Catalogue;
  /** Clouds that are down now: their services are stopped and the backups kept there cannot be read; absent: not published. */
  readonly outages?: readonly string[];
  /** What a fork of a point-in-time type without a recovery point gets; absent: the newest base backup. */
  readonly recoveryDefault?: 'latest';
  /** The reader may see the projects named here alone: nothing is known of any other, not even whether it exists. Absent: of all. */
  readonly partial?: true;
  /** Live services, as `serviceKey`, of which no more than the name could be read. Absent: none. */
  readonly unreadable?: readonly string[];
  /** What is not published, and so is absent: no verdict may rest on that. Absent: all is. */
  readonly unpublished?: readonly UnpublishedFact[];
  /** How far the clock of the control plane may be off, in milliseconds; absent: it is its own. */
  readonly skewMs?: number;
  /** When a snapshot was taken, by the clock on the wall, and how long it is good for; absent: it does not say. */
  readonly taken?: { readonly at: EpochMs; readonly goodForMs: number };
}

import type { ServiceId } from '../domain';
import type { ServiceState } from './state';

/** A name of a service, and which of its lives is meant; absent: the newest. */
export interface LifeId extends ServiceId {
  readonly incarnation?: number | undefined;
}

/** One service among all that ever had its name. */
export interface InstanceId extends ServiceId {
  readonly incarnation: number;
}

/** A service that was forked from another, or from one of its forks, and so on. */
export interface Descendant extends InstanceId {
  readonly parent: InstanceId;
  /** 1: forked from the service itself. */
  readonly depth: number;
}

/** Where a page of ended services begins, and how long it is. */
export interface EndedQuery {
  /** Undefined: at the first. */
  readonly after: Pick<InstanceId, 'service' | 'incarnation'> | undefined;
  readonly limit: number;
}

/** One page of ended services, and where the next one begins; undefined: this is the last. */
export interface EndedPage {
  readonly services: readonly ServiceState[];
  readonly next: EndedQuery['after'];
}

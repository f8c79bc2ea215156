import type { EpochMs, ServiceFilter, ServiceId } from '../domain';

/** Where a page ends: the last service that was looked at. */
export interface PagePosition extends ServiceId {
  readonly createdAt: EpochMs;
}

/** In which order pages show services: by project and name, or by creation. */
export interface PageOrder {
  readonly by: 'name' | 'created';
  readonly descending: boolean;
}

/** Which live services a page shows. */
export interface PageQuery {
  /** Undefined: all. */
  readonly projects: readonly string[] | undefined;
  readonly filter: ServiceFilter;
  readonly order: PageOrder;
  /** Undefined: from the first on. */
  readonly after: PagePosition | undefined;
  readonly limit: number;
}

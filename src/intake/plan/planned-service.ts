import type { PlannedChange, ServiceRequest } from '../../domain';
import type { SourceBlocks } from '../source/source-blocks';
import type { ConfigGraph } from './config-graph';
import type { ServiceFamily } from './families';
import type { Instances } from './instances';
import type { PlanFile, PlannedResource } from './plan-file';

/** One service of a plan: its resource, the family that reads it, and the request that came of it. */
export interface PlannedService {
  readonly resource: PlannedResource;
  readonly family: ServiceFamily;
  /** The resource type that it is read as. */
  readonly type: string;
  readonly address: string;
}

/** What reading one service needs to know of the whole plan. */
export interface PlanContext {
  readonly file: string;
  readonly plan: PlanFile;
  readonly source: SourceBlocks;
  readonly graph: ConfigGraph;
  readonly instances: Instances;
  readonly addresses: ReadonlyMap<PlannedResource, string>;
  readonly changes: (service: PlannedService) => PlannedChange['kind'] | undefined;
}

/** A service and the request that it was read into. */
export interface ReadService {
  readonly service: PlannedService;
  readonly request: ServiceRequest;
}

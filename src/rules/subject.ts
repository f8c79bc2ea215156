import type {
  Catalogue,
  EpochMs,
  Fact,
  Facts,
  JsonValue,
  LiveService,
  Plan,
  ProjectFacts,
  RecoveryTerms,
  ServiceFacts,
  ServiceRequest,
  ServiceType,
  Standing,
  TerminatedFacts,
} from '../domain';
import type { ServiceDecision } from '../planner';
import type { Configuration } from './configuration';

/** What is known of the service that a fork is made from. */
export type SourceFinding =
  /** The request is not a fork, or of a type that makes none: then what it names is beside the point. */
  | { readonly kind: 'none' }
  /** `missing` names what was not known; `request`: the declared service that it is, whether that exists yet or not. */
  | { readonly kind: 'unknown'; readonly missing: string; readonly request?: ServiceRequest }
  /** Declared in the same configuration and not there yet: it will be made in the same run. */
  | { readonly kind: 'declared'; readonly request: ServiceRequest }
  | { readonly kind: 'live'; readonly service: ServiceFacts }
  | { readonly kind: 'terminated'; readonly service: TerminatedFacts }
  /** The facts are complete, and hold no such service. */
  | { readonly kind: 'absent'; readonly project: string; readonly service: string };

/** One declared service with everything that can be known about it: what a rule sees. Made by `subjectOf`. */
export interface Subject {
  readonly request: ServiceRequest;
  /** All services of the same configuration, this one among them. */
  readonly configuration: Configuration;
  readonly facts: Facts | undefined;
  readonly now: Fact<EpochMs>;
  readonly catalogue: Catalogue;
  /** What a team commits itself to; undefined: nothing. */
  readonly terms: RecoveryTerms | undefined;
  readonly standing: Standing;
  /** The live service of the request's own name, when facts show one. */
  readonly existing: ServiceFacts | undefined;
  /** What the service of this declaration was made with: as facts show it, else as a plan's record does. */
  readonly made: LiveService | undefined;
  /** Its name, `project/service`; the address of the declaration, where no record tells. */
  readonly madeName: string;
  /** What the planner makes of the declaration for that service; undefined where there is none. */
  readonly decision: ServiceDecision | undefined;
  /**
   * A live service that will be destroyed and made again: a plan says so, or it is a fork whose keys changed, and
   * `onForkChange` is `replace`.
   */
  readonly remade: boolean;
  /** It asks for a fork: it has a source key with a value (known or not). */
  readonly isFork: boolean;
  readonly source: SourceFinding;
  /** The name of the source as written, with its project; undefined where the request is not a fork. */
  readonly sourceName: { readonly project: Fact<string>; readonly service: Fact<string> } | undefined;
  /** What the fork keys name, where the request replicates it and restores no backup; absent: it is no such replica. */
  readonly replicaOf?: SourceFinding;
  /** The project of the fork itself; unknown without facts. */
  readonly project: Fact<ProjectFacts | undefined>;
  /** Undefined value: the catalogue has no such type, plan. */
  readonly type: Fact<ServiceType | undefined>;
  readonly plan: Fact<Plan | undefined>;
  /** The name of its plan: as written, as the live service has it, or its source's in a fork from the secondary location. */
  readonly planName: Fact<string>;
  /** The cloud it will run in: as written, where the copies lie, or the project's default, where facts tell it. */
  readonly cloud: Fact<string>;
  /** The value of a `user_config` key; known undefined when it is not written (null and '' count as not written). */
  readonly setting: (key: string) => Fact<JsonValue | undefined>;
}

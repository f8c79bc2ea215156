import type { Catalogue, EpochMs, Refusal, RefusalAbout, RefusalCode, ServiceId } from '../../domain';
import type { DataPoint } from '../store/event-store';
import type { IntegrationRecord, RegistryEvent } from '../events';
import type { SignsOfLife } from '../ownership';
import type { DatedRecord, EndpointRecord, PlainKind } from '../records';
import type { ProjectState, ServiceState } from '../state';
import type { Vault } from '../vault';

/** What a command comes to: events to append, or a refusal. Deciding never throws and changes nothing. */
export type Decision =
  | {
      readonly kind: 'accepted';
      readonly events: readonly RegistryEvent[];
      /** Id of what was created, where there is one. */
      readonly id?: string;
      /** Streams read beside those appended to: their versions are checked in the same transaction. */
      readonly reads?: readonly string[];
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** A decision that came to nothing, and why. */
export type Refused = Decision & { readonly kind: 'refused' };

/** Everything that a decision may look at. Reads are of one consistent state; `now` is the registry's clock. */
export interface DecideContext extends SignsOfLife {
  readonly now: EpochMs;
  /** With the registry's amendments. */
  readonly catalogue: Catalogue;
  project(name: string): ProjectState | undefined;
  projects(): readonly ProjectState[];
  /** The newest service of this name, live or terminated. */
  service(id: ServiceId): ServiceState | undefined;
  integration(id: string): IntegrationRecord | undefined;
  /** Every live integration of the registry. */
  integrations(): readonly IntegrationRecord[];
  /** The integration endpoints of a project, by name. */
  endpoints(project: string): readonly EndpointRecord[];
  /** What is kept plainly in a project, or in none (''), of one kind or of all. */
  records(scope: string, kind?: PlainKind): readonly DatedRecord[];
  /** Names of the live services of a project. */
  liveServices(project: string): readonly string[];
  /** Keys of the organization's live services of this type on free plans. */
  freeServices(organization: string, type: string): readonly string[];
  /** The service as it was at a point of its history. */
  stateAt(point: DataPoint): ServiceState | undefined;
  streamVersion(stream: string): number;
  /** What secrets are sealed by; asking for it may make the key of the registry. */
  vault(): Vault;
}

/** Accepts with these events; with none the command changes nothing. */
export const accept = (events: readonly RegistryEvent[], id?: string): Decision =>
  id === undefined ? { kind: 'accepted', events } : { kind: 'accepted', events, id };

/** Refuses with a code and sentences that name the value got, the bound and the remedy; `about`: which rules may have foretold it. */
export const refuse = (code: RefusalCode, message: string, about?: RefusalAbout): Refused => ({
  kind: 'refused',
  refusal: about === undefined ? { code, message } : { code, message, about },
});

/** A refusal while checking; undefined: nothing is wrong. */
export type Objection = Refused | undefined;

/** The first objection of several checks, run in order and only until one objects. */
export const firstObjection = (...checks: readonly (() => Objection)[]): Objection => {
  for (const check of checks) {
    const objection = check();
    if (objection !== undefined) return objection;
  }
  return undefined;
};

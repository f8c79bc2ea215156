import type { ResourceClient, RegistryReader, ServiceBody } from '../../api';
import type { Expectation, ServiceId } from '../../domain';
import type { Forkcast } from '../client';
import type { Attributes, Call, Diagnostic, ObjectValue } from '../protocol';
import { toText } from '../values';
import type { MemberKind } from './member-names';
import type { Place } from './member-place';

/**
 * Something inside a service: how it is found, made and ended. Methods throw what the registry refuses; a change and an end state
 * which service is meant.
 */
export interface Member extends MemberKind {
  readonly description: string;
  readonly attributes: Attributes;
  /** A fork has those of its source. */
  readonly isCopied?: true;
  /** A secret that the registry tells, while the attribute does not say that the configuration gives it: then no state has it. */
  readonly secret?: { readonly attribute: string; readonly unless: string };
  readonly validate?: (config: ObjectValue) => readonly Diagnostic[];
  /** What it is now, without its place; undefined: it is not there. `seen`: the service, where it was just read. */
  readonly find: (
    registry: RegistryReader,
    service: ServiceId,
    name: string,
    seen?: ServiceBody,
  ) => Promise<ObjectValue | undefined>;
  readonly make: (registry: ResourceClient, service: ServiceId, planned: ObjectValue) => Promise<void>;
  /** What a new one, or one that was taken over, is given after that. */
  readonly finish?: (
    registry: ResourceClient,
    service: ServiceId,
    change: Omit<MemberChange, 'prior'>,
  ) => Promise<void>;
  readonly change?: (
    registry: ResourceClient,
    service: ServiceId,
    change: MemberChange,
    expect: Expectation,
  ) => Promise<void>;
  readonly end: (registry: ResourceClient, service: ServiceId, name: string, expect: Expectation) => Promise<void>;
}

/** What is asked for; `written`: the configuration, with what is write-only. */
interface MemberChange {
  readonly prior: ObjectValue;
  readonly planned: ObjectValue;
  readonly written: ObjectValue;
}

/** The id of an object; undefined: a part of it is not known. */
export const buildId = (object: ObjectValue, { nameAttribute }: Member): string | undefined => {
  const parts = ['project', 'service_name', nameAttribute].map((attribute) => toText(object[attribute]));
  return parts.some((part) => part === undefined) ? undefined : parts.join('/');
};

/** Where an object is; undefined: a part of that is not known. */
export const findPlace = (
  { nameAttribute }: Member,
  object: ObjectValue,
  { client }: Call<Forkcast>,
): Place | undefined => {
  const [project, service] = [toText(object['project']), toText(object['service_name'])];
  const name = toText(object[nameAttribute]);
  if (project === undefined || service === undefined || name === undefined || client.registry === undefined)
    return undefined;
  return { registry: client.registry, service: { project, service }, name };
};

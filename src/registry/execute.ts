import type { Catalogue, EpochMs } from '../domain';
import { amendedCatalogue } from './amended-catalogue';
import type { RegistryClock } from './clock';
import type { Command } from './commands';
import { stateAt } from './contents';
import { decide } from './decide';
import type { DecideContext } from './decide/decision';
import { instanceKey, streamOf } from './events';
import type { RegistryEvent } from './events';
import { projectEvents } from './projection';
import {
  readEndpoints,
  readFreeServices,
  readIntegration,
  readIntegrations,
  readProject,
  readRegistry,
  readService,
} from './read-views';
import type { Outcome } from './registry';
import type { StoreReader, StoreWriter } from './store/event-store';

/** What a command is executed with, beside the store. */
export interface ExecuteOptions {
  readonly clock: RegistryClock;
  readonly catalogue: Catalogue;
}

/**
 * Decides a command and appends its events, all inside the caller's transaction: the versions of every stream that was read are
 * those that are written to. @throws StoreConflictError never while writers take turns; a store may still raise it.
 */
export const executeIn = (writer: StoreWriter, options: ExecuteOptions, command: Command): Outcome => {
  const context = contextOf(writer, options);
  const decision = decide(command, context);
  if (decision.kind === 'refused') return decision;
  const at = timeOf(decision.events, context.now);
  const reads = new Set(decision.reads ?? []);
  for (const [stream, events] of byStream(decision.events)) {
    writer.append({ stream, expectedVersion: context.streamVersion(stream), events }, at);
    reads.delete(stream);
  }
  for (const stream of reads) {
    writer.append({ stream, expectedVersion: context.streamVersion(stream), events: [] }, at);
  }
  projectEvents(
    writer,
    decision.events.map((event) => ({ at, event })),
  );
  for (const event of decision.events) {
    if ('owner' in event && event.owner?.state === 'making') writer.putSign(instanceKey(event), context.wallNow);
  }
  return decision.id === undefined ? { kind: 'accepted', at } : { kind: 'accepted', at, id: decision.id };
};

/** An advance of the clock happens at the instant that it leads to, so that the clock can never fall behind it again. */
const timeOf = (events: readonly RegistryEvent[], now: EpochMs): EpochMs => {
  const [first] = events;
  return first?.type === 'ClockAdvanced' ? first.virtualAt : now;
};

const byStream = (events: readonly RegistryEvent[]): ReadonlyMap<string, readonly RegistryEvent[]> => {
  const groups = new Map<string, RegistryEvent[]>();
  for (const event of events) {
    const group = groups.get(streamOf(event));
    if (group === undefined) groups.set(streamOf(event), [event]);
    else group.push(event);
  }
  return groups;
};

/** The context of a decision on one consistent state of the store. Versions are those at its making. */
export const contextOf = (reader: StoreReader, { clock, catalogue }: ExecuteOptions): DecideContext => {
  const registry = readRegistry(reader);
  const wallNow = clock.wallNow();
  return {
    now: clock.now(registry.clock, wallNow, reader.newestAt()),
    wallNow,
    registry,
    catalogue: amendedCatalogue(catalogue, registry),
    project: (name) => readProject(reader, name),
    service: (id) => readService(reader, id),
    integration: (id) => readIntegration(reader, id),
    integrations: () => readIntegrations(reader),
    endpoints: (project) => readEndpoints(reader, project),
    freeServices: (organization, type) => readFreeServices(reader, organization, type),
    stateAt: (point) => stateAt(reader, point),
    streamVersion: (stream) => reader.streamVersion(stream),
    signOf: (instance) => reader.sign(instance),
  };
};

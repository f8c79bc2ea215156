import { once, type Catalogue, type EpochMs } from '../domain';
import { amendedCatalogue } from './amended-catalogue';
import type { RegistryClock } from './clock';
import type { Command } from './commands';
import { stateAt } from './contents';
import { decide } from './decide';
import type { DecideContext } from './decide/decision';
import { instanceKey } from './events';
import type { RegistryEvent } from './events';
import { appendEvents } from './append';
import type { KeySource } from './key';
import {
  readEndpoints,
  readFreeServices,
  readIntegration,
  readIntegrations,
  readLiveNames,
  readProject,
  readProjects,
  readRecords,
  readRegistry,
  readService,
} from './read-views';
import type { Outcome } from './registry';
import { removeDue } from './removal';
import { keepIndex } from './service-index';
import type { StoreReader, StoreWriter } from './store/event-store';
import { sealingVault } from './vault';

/** What a command is executed with, beside the store. */
export interface ExecuteOptions {
  readonly clock: RegistryClock;
  readonly catalogue: Catalogue;
  readonly keys: KeySource | undefined;
}

/**
 * Decides a command and appends its events, all inside the caller's transaction: the versions of every stream that was read are
 * those that are written to. @throws StoreConflictError never while writers take turns; a store may still raise it.
 */
export const executeIn = (writer: StoreWriter, options: ExecuteOptions, command: Command): Outcome => {
  const context = settledContext(writer, options);
  const decision = decide(command, context);
  if (decision.kind === 'refused') return decision;
  const at = stampTime(decision.events, context.now);
  appendEvents(writer, [...context.keyChosen(), ...decision.events], at, decision.reads);
  if (at > context.now) removeDue(writer, at);
  for (const event of decision.events) {
    if ('owner' in event && event.owner?.state === 'making') writer.putSign(instanceKey(event), context.wallNow);
  }
  return decision.id === undefined ? { kind: 'accepted', at } : { kind: 'accepted', at, id: decision.id };
};

/** An advance of the clock happens at the instant that it leads to, so that the clock can never fall behind it again. */
const stampTime = (events: readonly RegistryEvent[], now: EpochMs): EpochMs => {
  const [first] = events;
  return first?.type === 'ClockAdvanced' ? first.virtualAt : now;
};

/** What a decision looks at, and what it makes known beside its own events. */
interface ExecuteContext extends DecideContext {
  /** The key that the first secret of a registry was sealed with. */
  keyChosen(): readonly RegistryEvent[];
}

/** The context of a command that may write: what is due by the clock is done before it. */
export const settledContext = (writer: StoreWriter, options: ExecuteOptions): ExecuteContext => {
  const context = makeContext(writer, options);
  removeDue(writer, context.now);
  keepIndex(writer);
  return context;
};

/** The context of a decision on one consistent state of the store. Versions are those at its making. */
export const makeContext = (reader: StoreReader, { clock, catalogue, keys }: ExecuteOptions): ExecuteContext => {
  const registry = readRegistry(reader);
  let chosen: string | undefined;
  const vault = once(() => {
    const made = sealingVault(registry, keys);
    if (made.kind === 'open' && registry.key === undefined) chosen = made.key.id;
    return made;
  });
  const wallNow = clock.wallNow();
  return {
    now: clock.now(registry.clock, wallNow, reader.newestAt()),
    wallNow,
    registry,
    catalogue: amendedCatalogue(catalogue, registry),
    project: (name) => readProject(reader, name),
    projects: () => readProjects(reader),
    service: (id) => readService(reader, id),
    integration: (id) => readIntegration(reader, id),
    integrations: () => readIntegrations(reader),
    endpoints: (project) => readEndpoints(reader, project),
    records: (scope, kind) => readRecords(reader, scope, kind),
    liveServices: (project) => readLiveNames(reader, project),
    freeServices: (organization, type) => readFreeServices(reader, organization, type),
    stateAt: (point) => stateAt(reader, point),
    streamVersion: (stream) => reader.streamVersion(stream),
    signOf: (instance) => reader.sign(instance),
    vault,
    keyChosen: () => (chosen === undefined ? [] : [{ type: 'KeyChosen', key: chosen }]),
  };
};

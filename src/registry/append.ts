import { findStream } from './events';
import type { RegistryEvent } from './events';
import { projectEvents } from './projection';
import type { StoreWriter } from './store/event-store';

/**
 * Appends events, each to its stream, and brings the views in step, inside the caller's transaction. The versions of `reads`, streams that
 * were read beside, are checked too. @throws StoreConflictError never while writers take turns; a store may still raise it
 */
export const appendEvents = (
  writer: StoreWriter,
  events: readonly RegistryEvent[],
  at: number,
  reads: readonly string[] = [],
): void => {
  const groups = byStream(events);
  for (const stream of reads) if (!groups.has(stream)) groups.set(stream, []);
  for (const [stream, group] of groups) {
    writer.append({ stream, expectedVersion: writer.streamVersion(stream), events: group }, at);
  }
  projectEvents(
    writer,
    events.map((event) => ({ at, event })),
  );
};

const byStream = (events: readonly RegistryEvent[]): Map<string, RegistryEvent[]> => {
  const groups = new Map<string, RegistryEvent[]>();
  for (const event of events) {
    const group = groups.get(findStream(event));
    if (group === undefined) groups.set(findStream(event), [event]);
    else group.push(event);
  }
  return groups;
};

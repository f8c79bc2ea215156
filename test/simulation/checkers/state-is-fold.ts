import { rebuildViews } from '../../../src/registry';
import { createMemoryStore } from '../../registry/memory-store';
import type { EventEnvelope, EventStore } from '../../../src/registry';
import type { Checker } from '../observation';

/** The views are what a fold of the log makes, and folding it twice makes the same. */
export const stateIsFold: Checker = ({ store, log }) => {
  const kept = viewsOf(store);
  const folded = viewsOf(replayed(log));
  if (kept !== folded) return `the views are not the fold of the log:\n${firstDifference(kept, folded)}`;
  return folded === viewsOf(replayed(log)) ? undefined : 'two folds of one log differ';
};

const viewsOf = (store: EventStore): string => JSON.stringify(store.read((reader) => reader.views('')));

const replayed = (log: readonly EventEnvelope[]): EventStore => {
  const store = createMemoryStore();
  store.write((writer) => {
    for (const { stream, version, at, event } of log) {
      writer.append({ stream, expectedVersion: version - 1, events: [event] }, at);
    }
    rebuildViews(writer);
  });
  return store;
};

const firstDifference = (kept: string, folded: string): string => {
  const index = [...kept].findIndex((character, position) => character !== folded[position]);
  const part = (text: string): string => text.slice(Math.max(0, index - 80), index + 80);
  return `kept   ${part(kept)}\nfolded ${part(folded)}`;
};

import type { EventStore } from '../../src/registry';

/** What goes wrong with the next write: nothing, it fails before it is durable, or it is durable and nobody is told. */
export interface Faults {
  next: 'none' | 'before-commit' | 'after-commit';
}

/** A store whose next write can fail, as a process that dies at that moment. @throws RangeError where it does */
export const faultyStore = (store: EventStore, faults: Faults): EventStore => ({
  ...store,
  write: (work) => {
    const result = store.write((writer) => {
      const done = work(writer);
      if (faults.next === 'before-commit') throw new RangeError('The process died before the commit.');
      return done;
    });
    if (faults.next === 'after-commit') throw new RangeError('The process died after the commit.');
    return result;
  },
});

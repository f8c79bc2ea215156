import type { Statements } from './statements';
import { dropView, putView, readView } from './views';

/** The views of an open file. */
export interface KnownViews {
  readonly read: (key: string) => string | undefined;
  readonly put: (key: string, body: string) => void;
  readonly drop: (key: string) => void;
  /** Runs the work of one writing transaction: nobody else writes meanwhile, so each view is read once. */
  readonly within: <T>(work: () => T) => T;
  /** A part of the transaction was rolled back. */
  readonly forget: () => void;
}

/** Most views of one transaction that are kept at once. */
const mostKnown = 1_000;

/** Views by key: inside a writing transaction those read and written before are known. Never throws. */
export const makeViews = (statements: Statements): KnownViews => {
  let known: Map<string, string | undefined> | undefined;
  const note = (key: string, body: string | undefined): void => {
    if (known !== undefined && known.size >= mostKnown) known.clear();
    known?.set(key, body);
  };
  return {
    read: (key) => {
      if (known?.has(key) === true) return known.get(key);
      const body = readView(statements, key);
      note(key, body);
      return body;
    },
    put: (key, body) => {
      putView(statements, key, body);
      note(key, body);
    },
    drop: (key) => {
      dropView(statements, key);
      note(key, undefined);
    },
    within: (work) => {
      known = new Map();
      try {
        return work();
      } finally {
        known = undefined;
      }
    },
    forget: () => known?.clear(),
  };
};

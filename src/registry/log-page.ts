import type { EventEnvelope } from './events';

/** Which page of a log is asked for. */
export interface LogPage {
  /** Most entries; at least 1. */
  readonly limit: number;
  /** Where the page begins: entries after this version (oldest first), or before it (newest first); absent: at the end of the log. */
  readonly beyond?: number;
}

/** One entry of the log of a project. */
export type LogEntry = Pick<EventEnvelope, 'version' | 'at' | 'event'>;

import { toRfc3339, type EpochMs } from '../../domain';

/** An instant as bodies write it; null: there is none. */
export const writeInstant = (at: EpochMs | null): string | null => (at === null ? null : toRfc3339(at));

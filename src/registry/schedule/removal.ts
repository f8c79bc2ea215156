import { dayMs } from '../../domain';
import type { EpochMs } from '../../domain';
import { isPowered, type ServiceState } from '../state';
import { poweredSince } from './lifecycle';

/** How long a service may be powered off. @see documentation, notification service_powered_off_removal (read 2026-11-20) */
const longestOffMs = 180 * dayMs;

/** When a service that is powered off is removed, as it stands; null: it is on, or has ended. Never throws. */
export const findRemovalAt = (state: ServiceState): EpochMs | null =>
  state.terminatedAt !== null || isPowered(state) ? null : poweredSince(state) + longestOffMs;

import type { EpochMs } from '../../domain';
import type { ServiceState } from '../state';

/** Size of the data that a new service starts with, in MB, unless a world says otherwise. */
export const newServiceSizeMb = 32;

/** Size of the service's data at an instant, in MB. Exact to the MB, and never changed by later writes. */
export const sizeMbAt = (state: ServiceState, at: EpochMs): number => {
  let low = 0;
  let high = state.growth.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((state.growth[middle]?.at ?? Infinity) <= at) low = middle + 1;
    else high = middle;
  }
  return state.initialSizeMb + (state.growth[low - 1]?.mb ?? 0);
};

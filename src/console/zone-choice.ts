import { useApp } from './app';
import { isZone } from '../time';

/** The zone that is chosen beside UTC: that of the address, else the machine's own. */
export const useZone = (): string => {
  const { route, outside } = useApp();
  const { zone } = route.value.query;
  return zone !== undefined && isZone(zone) ? zone : outside.zone();
};

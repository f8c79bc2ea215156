import { once } from '../once';
import type { ServiceType } from '../service-type';

/** What holds of a type that does not say otherwise. */
const usual = {
  legacy: false,
  forkable: false,
  recovery: 'none',
  backupRegion: 'unsupported',
  backupRegionPointInTime: false,
  refusesFewerNodes: false,
  forkKeepsMajorVersion: false,
  backupBeforePowerOff: false,
  memoryBound: false,
  versions: [],
  adminUser: 'avnadmin',
  hasConnectionPools: false,
  tiersNotForkable: [],
  tiersNotForkTarget: [],
} as const satisfies Partial<ServiceType>;

/** A service type by what is its own, made when it is first asked for. */
export const defineServiceType = (
  own: () => Omit<ServiceType, keyof typeof usual> & Partial<Pick<ServiceType, keyof typeof usual>>,
): (() => ServiceType) => once(() => ({ ...usual, ...own() }));

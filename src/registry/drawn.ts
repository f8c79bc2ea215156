import { instanceKey } from './events';
import { drawHash, drawNumber } from './seeded';
import type { Drawn, RegistryState, ServiceState } from './state';

type Named = Pick<ServiceState, 'project' | 'service' | 'incarnation' | 'drawn'>;
type Seed = Pick<RegistryState, 'seed'>;

const draws: { readonly [Name in keyof Drawn]: (seed: string, instance: string) => Drawn[Name] } = {
  backupMinute: (seed, instance) => drawNumber(24 * 60, seed, 'backup-time', instance),
  backupSalt: (seed, instance) => drawNumber(1_000, seed, 'backup', instance),
  hostMark: (seed, instance) => drawHash(seed, 'host', firstOfName(instance)).slice(0, 8),
  port: (seed, instance) => 10_000 + drawNumber(20_000, seed, 'port', firstOfName(instance)),
};

/** The address follows from the name: a service that is made again under it keeps it. */
const firstOfName = (instance: string): string => instance.replace(/#\d+$/, '#1');

/** All of it for a service. Never throws. */
export const drawAll = ({ seed }: Seed, service: Named): Drawn => {
  const instance = instanceKey(service);
  return {
    backupMinute: draws.backupMinute(seed, instance),
    backupSalt: draws.backupSalt(seed, instance),
    hostMark: draws.hostMark(seed, instance),
    port: draws.port(seed, instance),
  };
};

/** One of it: as it is kept, or drawn for a service whose view is of before. Never throws. */
export const drawnOf = <Name extends keyof Drawn>({ seed }: Seed, service: Named, name: Name): Drawn[Name] =>
  service.drawn === undefined ? draws[name](seed, instanceKey(service)) : service.drawn[name];

import type { Catalogue, LossKind, ServiceFacts } from '../../domain';
import { primaryLocationOf } from '../recovery-window';

/** What is lost together at one instant, seen from one service. */
export interface Loss {
  /** As `--lose` and reports name it. */
  readonly name: string;
  /** The machines of the service are gone, and what they held. */
  readonly machines: boolean;
  /** Whether what is kept in this cloud is gone; undefined: the catalogue does not tell whose cloud it is. */
  readonly backupsIn: (cloud: string) => boolean | undefined;
}

/** What a loss of this kind is for a service: of its own region, of the provider of that, of itself, of where its backups lie. */
export const lossOf = (kind: LossKind, service: ServiceFacts, catalogue: Catalogue): Loss => {
  switch (kind) {
    case 'region':
      return { name: kind, machines: true, backupsIn: (cloud) => cloud === service.cloud };
    case 'provider':
      return { name: kind, machines: true, backupsIn: (cloud) => sharesProvider(catalogue, cloud, service.cloud) };
    case 'service':
      return { name: kind, machines: true, backupsIn: () => false };
    case 'backup-location':
      return { name: kind, machines: false, backupsIn: (cloud) => cloud === primaryLocationOf(service) };
  }
};

/** Whether two clouds are of one provider; undefined: of a cloud of a customer nobody knows whose machines it runs on. */
export const sharesProvider = (catalogue: Catalogue, one: string, other: string): boolean | undefined => {
  if (one === other) return true;
  const [first, second] = [catalogue.clouds.get(one)?.provider, catalogue.clouds.get(other)?.provider];
  if (first === undefined || second === undefined || first === 'custom' || second === 'custom') return undefined;
  return first === second;
};

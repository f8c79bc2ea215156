import type { LossKind } from '../../domain';

/** A loss, as sentences name it. */
export const lossWords: Readonly<Record<LossKind, string>> = {
  region: 'the loss of its region',
  provider: 'the loss of its cloud provider',
  service: 'the loss of the service itself',
  'backup-location': 'the loss of where its backups lie',
};

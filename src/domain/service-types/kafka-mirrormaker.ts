import { once } from '../once';
import type { ServiceType } from '../service-type';
import { everyTypeKeys } from './common-keys';
import { storedKey } from './define-key';
import { additionalBackupRegionsDeprecated } from './fork-keys';
import { forkPage, schemaSource } from './sources';

/** Apache Kafka MirrorMaker 2: no data of its own, so it cannot be forked. */
export const kafkaMirrormaker = once((): ServiceType => ({
  name: 'kafka_mirrormaker',
  title: 'Apache Kafka MirrorMaker 2',
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
  userConfig: [
    additionalBackupRegionsDeprecated,
    ...everyTypeKeys,
    storedKey('kafka_mirrormaker', 'object', 'Settings of MirrorMaker.'),
  ],
  sources: [schemaSource, forkPage],
}));

import { everyTypeKeys, preferredZones, saslAllowedUrls } from './common-keys';
import { storedKey } from './define-key';
import { defineServiceType } from './define-service-type';
import { additionalBackupRegionsDeprecated } from './fork-keys';
import { forkPage, schemaSource } from './sources';

/** Apache Kafka MirrorMaker 2: no data of its own, so it cannot be forked. */
export const kafkaMirrormaker = defineServiceType(() => ({
  name: 'kafka_mirrormaker',
  title: 'Apache Kafka MirrorMaker 2',
  userConfig: [
    additionalBackupRegionsDeprecated,
    ...everyTypeKeys,
    preferredZones,
    saslAllowedUrls,
    storedKey('kafka_mirrormaker', 'object', 'Settings of MirrorMaker.'),
  ],
  sources: [schemaSource, forkPage],
}));

import type { EngineVersion } from '../service-type';
import { everyTypeKeys, privatelinkAccess, publicAccess } from './common-keys';
import { storedKey, versionKey } from './define-key';
import { defineServiceType } from './define-service-type';
import { additionalBackupRegionsDeprecated } from './fork-keys';
import { forkPage, newestIsDefault, schemaSource } from './sources';

const versions: readonly EngineVersion[] = [
  { version: '1.16', deprecated: true },
  { version: '1.19' },
  { version: '1.20' },
];

/** Apache Flink: cannot be forked. */
export const flink = defineServiceType(() => ({
  name: 'flink',
  title: 'Apache Flink',
  versionKey: 'flink_version',
  versions,
  defaultVersion: '1.20',
  administratorOnly: true,
  userConfig: [
    versionKey('flink_version', versions, { summary: 'Flink version.', nullable: true, createOnly: true }),
    additionalBackupRegionsDeprecated,
    ...everyTypeKeys,
    privatelinkAccess,
    publicAccess,
    storedKey('custom_code', 'boolean', 'Own programs can be uploaded.', { createOnly: true }),
    storedKey('number_of_task_slots', 'integer', 'Task slots of each node.', { minimum: 1, maximum: 1024 }),
    storedKey('pekko_ask_timeout_s', 'integer', 'Timeout of requests between nodes, in seconds.', {
      minimum: 5,
      maximum: 60,
    }),
    storedKey('pekko_framesize_b', 'integer', 'Largest message between nodes, in bytes.', {
      minimum: 1_048_576,
      maximum: 52_428_800,
    }),
  ],
  sources: [schemaSource, forkPage, newestIsDefault],
}));

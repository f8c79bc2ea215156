import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { writeSnapshot } = require('../../dist/domain');
const { aProject, aService, builderNow, dailyBackups, someFacts } = require('../../dist/domain/testing');

const clouds = ['google-europe-west1', 'aws-eu-central-1'];
/** @type {{ type: 'pg' | 'mysql' | 'opensearch', plan: string, version: Record<string, string> }[]} */
const types = [
  { type: 'pg', plan: 'business-4', version: { pg_version: '16' } },
  { type: 'mysql', plan: 'business-4', version: { mysql_version: '8' } },
  { type: 'opensearch', plan: 'business-4', version: { opensearch_version: '2' } },
];

export const typeOf = (index) => types[index % types.length];
export const cloudOf = (index) => clouds[index % clouds.length];

/** A control plane with `count` sources, three types and two clouds, with 15 backups each. */
export const estateFacts = (count) =>
  someFacts({
    projects: [aProject()],
    services: Array.from({ length: count }, (_, index) => {
      const { type, plan, version } = typeOf(index);
      const cloud = cloudOf(index);
      return aService({
        service: `source-${index}`,
        type,
        plan,
        cloud,
        userConfig: version,
        backups: dailyBackups(15, { location: cloud, last: builderNow - (index % 20) * 60_000 }),
        integrations: [],
      });
    }),
  });

/** The same as the JSON of a snapshot file. */
export const estateSnapshot = (count) => JSON.stringify(writeSnapshot(estateFacts(count)));

/**
 * What the author of a stack writes for fork number `index`; a time only where the type can restore one.
 * @returns {any} the compiler would want the type, and its keys, written out
 */
export const forkProps = (index) => {
  const { type, plan } = typeOf(index);
  return {
    serviceName: `fork-${index}`,
    serviceType: type,
    plan,
    cloudName: cloudOf(index),
    tags: { team: 'data', purpose: 'rehearsal' },
    userConfig: {
      serviceToForkFrom: `source-${index}`,
      ...(type === 'opensearch'
        ? { recoveryBasebackupName: backupNameOf(index) }
        : { recoveryTargetTime: '2026-11-19T12:00:00Z' }),
    },
  };
};

export const backupNameOf = (index) => dailyBackups(1, { last: builderNow - (index % 20) * 60_000 })[0].name;

import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const registryRoom = require('../../dist/registry');

/** 2026-11-20T08:00:00Z: where the clock of every measured registry starts. */
const startAt = Date.UTC(2026, 10, 20, 8);

const wallClock = { now: () => startAt };

export const project = 'demo';
export const rowOf = (service, index) => ({
  type: 'WriteRow',
  project,
  service,
  database: 'defaultdb',
  key: `order-${index}`,
  value: `amount ${index % 977}, customer ${index % 9_973}`,
});

export const serviceOf = (service, userConfig = {}) => ({
  type: 'CreateService',
  project,
  service,
  serviceType: 'pg',
  plan: 'business-4',
  cloud: 'google-europe-west1',
  userConfig,
});

const mustAccept = (outcomes) => {
  for (const outcome of outcomes) if (outcome.kind !== 'accepted') throw new Error(JSON.stringify(outcome));
};

/** Executes commands, 1,000 in a transaction. */
export const executeInBatches = (registry, commands) => {
  for (let first = 0; first < commands.length; first += 1_000) {
    mustAccept(registry.executeAll(commands.slice(first, first + 1_000)));
  }
};

export const execute = (registry, command) => mustAccept([registry.execute(command)]);

/** A new registry with one project; its clock stands still, and everything happens at once. */
export const createEstate = (path) => {
  const registry = registryRoom.createRegistry({
    store: registryRoom.createSqliteStore(path),
    wallClock,
    seed: 'bench',
    profile: 'instant',
    startAt,
    clock: { kind: 'frozen' },
  });
  execute(registry, { type: 'CreateOrganization', organization: 'demo-org' });
  execute(registry, { type: 'CreateProject', project, organization: 'demo-org', defaultCloud: 'google-europe-west1' });
  return registry;
};

/** Services with so many rows each, one event a row. */
export const fillEstate = (registry, { services, rows }) => {
  for (let number = 0; number < services; number += 1) {
    const service = `source-${number}`;
    execute(registry, serviceOf(service));
    executeInBatches(
      registry,
      Array.from({ length: rows }, (_, index) => rowOf(service, index)),
    );
  }
};

export const openEstate = (path) => registryRoom.openRegistry({ store: registryRoom.openSqliteStore(path), wallClock });

/** Throws the projection away and makes it again from the log. */
export const rebuild = (path) => {
  const store = registryRoom.openSqliteStore(path);
  try {
    store.write(registryRoom.rebuildViews);
  } finally {
    store.close();
  }
};

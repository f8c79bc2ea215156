import { writeSync } from 'node:fs';
import { createSqliteStore, createRegistry, openRegistry, openSqliteStore } from '../../src/registry';

/**
 * A process that writes rows `prefix-0`, `prefix-1`, ... to service `orders`, and prints each key once it is acknowledged.
 * `node writer.js PATH init | PATH PREFIX COUNT`
 */
const [path = '', prefix = '', count = '0'] = process.argv.slice(2);
const wallClock = { now: () => Date.now() };
const demo = { project: 'demo', service: 'orders' } as const;

const init = (): void => {
  const registry = createRegistry({ store: createSqliteStore(path), wallClock, seed: 's', profile: 'instant' });
  registry.executeAll([
    { type: 'CreateOrganization', organization: 'acme' },
    { type: 'CreateProject', project: 'demo', organization: 'acme' },
    { type: 'CreateService', ...demo, serviceType: 'pg', plan: 'business-4', userConfig: {} },
  ]);
  registry.close();
};

const write = (): void => {
  const registry = openRegistry({ store: openSqliteStore(path), wallClock });
  for (let index = 0; index < Number(count); index += 1) {
    const key = `${prefix}-${index}`;
    const outcome = registry.execute({ type: 'WriteRow', ...demo, database: 'defaultdb', key, value: 'v' });
    writeSync(1, outcome.kind === 'accepted' ? `${key}\n` : `refused ${outcome.refusal.code}\n`);
  }
  registry.close();
};

if (prefix === 'init') init();
else write();

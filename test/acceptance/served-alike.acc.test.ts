import type { FastifyInstance } from 'fastify';
import { commands } from '../../src/cli/commands/list';
import { parseJson } from '../../src/domain';
import type { Registry } from '../../src/registry';
import { openEmbeddedRegistry } from '../../src/registry/embedded';
import { createFaults, createServer } from '../../src/registry/http/server';
import { aShell, frozenInit, wordsOf } from '../cli/a-registry';
import { forkcast } from '../cli/a-terminal';

const orders = 'service create orders -t pg -p business-4 --cloud google-europe-west1 -c pg_version=16 --tag team=shop';
const region = `service update orders -c 'additional_backup_regions=["google-europe-west4"]'`;
const fork =
  'service create copy -t pg -p business-4 --cloud google-europe-west1 --service-to-fork-from orders --latest-transaction';

/** Every command of services, and what it does when it is refused; $ID is the id that the last line to show one showed. */
const story: readonly string[] = [
  orders,
  region,
  'registry advance 3d',
  'service get orders -v',
  'service get ordrs',
  'service list',
  'service wait orders',
  'service update orders -p startup-1',
  'service plans --service-type pg',
  'service types',
  'service backup-list orders',
  'service backup-regions orders --period day',
  'service metrics orders --period day',
  'service logs orders -n 5 -S desc',
  'service tags update orders --add-tag a=b --remove-tag team',
  'service tags replace orders --tag c=d',
  'service tags list orders',
  'service database-create orders --dbname shop',
  'service database-create orders --dbname nothing/at/all',
  'service database-list orders',
  'service user-create orders --username ada',
  'service user-get orders --username ada',
  'service user-get orders --username bob',
  'service user-password-reset orders --username ada',
  'service user-list orders',
  'service credentials-reset orders',
  'service connection-pool-create orders --pool-name web --dbname shop',
  'service connection-pool-update orders --pool-name web --pool-size 20 --username ada',
  'service connection-pool-list orders',
  'service task-create orders --target-version 17',
  'service task-get orders --task-id $ID',
  'service create metrics -t thanos -p startup-4 --cloud google-europe-west1',
  'service integration-create -t metrics -s orders -d metrics -c retention_days=3',
  'service integration-update $ID -c retention_days=7',
  'service integration-list orders',
  'service integration-create -t datadog -s orders -D nowhere',
  'service integration-endpoint-create -d ours -t datadog -c datadog_api_key=f00d',
  'service integration-endpoint-update $ID -c datadog_api_key=beef -c site=eu',
  'service integration-create -t datadog -s orders -D $ID',
  'service integration-delete $ID',
  'service integration-endpoint-list',
  'service integration-endpoint-delete $ID',
  'service fork-preview orders --latest-transaction',
  'service takeover orders',
  'service fork-preview orders --recovery-target-time 2020-01-01T00:00:00Z',
  'service fork-restore orders --name again --dry-run',
  fork,
  `${fork} --no-fail-if-exists`,
  'service lineage copy',
  'service manifest copy',
  'service connection-pool-delete copy --pool-name web',
  'service user-delete copy --username ada',
  'service database-delete copy --dbname shop',
  'service rename orders shop --copy-integrations',
  'service rename orders shop --terminate-original --force',
  'service adopt copy --from nobody --owner owner-of-copy',
  'service list --owner owner-of-copy',
  'service release copy --from owner-of-copy',
  'service terminate copy --force',
  'service history orders',
  'service ended',
];

const looks =
  /^service (?:get|list|[a-z-]+-list|backup-regions|ended|fork-preview|history|lineage|logs|manifest|metrics|tags list|task-get)\b/;

const jsonToo = (line: string): readonly string[] => (looks.test(line) ? [line, `${line} --format json`] : [line]);

/** How each line has to end: most are done. */
const refused = new Set([
  'service get ordrs',
  'service update orders -p startup-1',
  'service database-create orders --dbname nothing/at/all',
  'service user-get orders --username bob',
  'service integration-create -t datadog -s orders -D nowhere',
  'service fork-preview orders --recovery-target-time 2020-01-01T00:00:00Z',
]);

/** JSON as its value: what came over a socket has its fields in the order in which they are declared. */
const valueOf = (out: string): unknown => parseJson(out) ?? out;

describe('the commands of services', () => {
  const [embedded, behind] = [aShell(), aShell()];
  let server: FastifyInstance | undefined;
  let registry: Registry | undefined;
  let url = '';
  beforeAll(async () => {
    await embedded.story(frozenInit);
    await behind.story(frozenInit);
    const wallClock = { now: () => Date.now() };
    const opened = openEmbeddedRegistry({ path: `${behind.folder.path}/.forkcast/registry.db`, wallClock });
    registry = opened;
    server = createServer({
      served: { current: () => opened },
      wallClock,
      faults: createFaults(),
      defer: (work) => void setImmediate(work),
      pause: () => Promise.resolve(),
      loopback: true,
      log: { write: () => undefined },
      runId: 'test',
    });
    url = await server.listen({ host: '127.0.0.1', port: 0 });
  });
  afterAll(async () => {
    await server?.close();
    registry?.close();
  });

  test('say the same of a served registry as of an embedded one', async () => {
    const here = { id: '', run: (line: string) => embedded.run(line) };
    const there = {
      id: '',
      run: (line: string) => forkcast(wordsOf(line), { cwd: '/', env: { FORKCAST_REGISTRY: url } }),
    };
    for (const line of story.flatMap(jsonToo)) {
      const [one, other] = await Promise.all(
        [here, there].map(async (side) => {
          const { exitCode, out, err } = await side.run(line.replace('$ID', side.id));
          side.id = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(out)?.[0] ?? side.id;
          return { line, exitCode, out: valueOf(placeless(out)), err: placeless(err) };
        }),
      );
      expect(other).toEqual(one);
      expect([line, one?.exitCode]).toEqual([line, refused.has(line.replace(' --format json', '')) ? 1 : 0]);
    }
  }, 60_000);

  test('are all in that story', () => {
    const names = commands.map(({ name }) => name).filter((name) => name.startsWith('service '));
    const told = new Set(names.filter((name) => story.some((line) => `${line} `.startsWith(`${name} `))));
    expect(names.filter((name) => !told.has(name))).toEqual([]);
  });

  const placeless = (text: string): string =>
    text.replaceAll(url, 'REGISTRY').replaceAll(`sqlite:${embedded.folder.path}/.forkcast/registry.db`, 'REGISTRY');
});

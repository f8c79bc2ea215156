import { ProviderWorkshop } from '../acceptance/provider-workshop';
import { whenProgram } from '../acceptance/workshop';
import { aCreate, orders } from '../registry/world';

/** One resource, as a life tells it. */
interface Life {
  readonly address: string;
  /** Another configuration, where the type has settings that change in place. */
  readonly updated?: string;
  readonly config: string;
  /** A configuration of which another object comes. */
  readonly replaced: string;
  /** Undefined: the registry chooses it. */
  readonly id: string | undefined;
  /** What the registry holds of the type, by names that a test can read. */
  readonly held: (shop: ProviderWorkshop) => readonly string[];
  /** What `held` tells of `config`, and of `replaced`. */
  readonly names: readonly [string, string];
  /** Ends `config` behind Terraform's back. */
  readonly vanish: (shop: ProviderWorkshop) => void;
  /** Changes `config` behind Terraform's back, where something can be changed. */
  readonly drift?: (shop: ProviderWorkshop) => void;
  /** Attributes that an import finds, though the configuration does not name them, or the other way round. */
  readonly found?: readonly string[];
  /** An import is followed by an update in place that takes the object over. */
  readonly takenOver?: true;
}

const resource = (type: string, attributes: readonly string[]): string =>
  `resource "${type}" "it" {\n${attributes.map((line) => `  ${line}\n`).join('')}}\n`;

const inOrders = (type: string, ...attributes: readonly string[]): string =>
  resource(type, ['service_name = "orders"', ...attributes]);

const fork = (name: string, ...more: readonly string[]): string =>
  resource('forkcast_service', [
    `service_name = "${name}"`,
    'service_type = "pg"',
    'plan = "business-4"',
    'cloud_name = "google-europe-west1"',
    'user_config {\n    service_to_fork_from = "orders"\n  }',
    ...more,
  ]);

const lossAccepted = 'on_fork_change = "replace"';

const pool = (name: string, size: number): string =>
  inOrders('forkcast_connection_pool', `pool_name = "${name}"`, 'database_name = "defaultdb"', `pool_size = ${size}`);

const integration = (target: string): string =>
  resource('forkcast_service_integration', [
    'integration_type = "metrics"',
    'source_service_name = "orders"',
    `destination_service_name = "${target}"`,
  ]);

const detail = ({ world }: ProviderWorkshop) => world.registry.findService(orders);

const integrations = ({ world }: ProviderWorkshop) =>
  world.registry.facts([orders]).services.get('demo/orders')?.integrations ?? [];

const lives: readonly Life[] = [
  {
    address: 'forkcast_service.it',
    config: fork('copy', lossAccepted),
    updated: fork('copy', lossAccepted, 'tags = { team = "a" }'),
    replaced: fork('copy-2', lossAccepted),
    id: 'demo/copy',
    held: (shop) => shop.services().filter((name) => name.startsWith('copy')),
    names: ['copy', 'copy-2'],
    vanish: ({ world }) => world.run({ type: 'TerminateService', project: 'demo', service: 'copy' }),
    drift: ({ world }) => world.run({ type: 'UpdateService', project: 'demo', service: 'copy', plan: 'business-8' }),
    found: ['user_config', 'from', 'latest_transaction', 'on_fork_change', 'owner', 'source_created_at'],
    takenOver: true,
  },
  {
    address: 'forkcast_database.it',
    config: inOrders('forkcast_database', 'database_name = "reports"'),
    replaced: inOrders('forkcast_database', 'database_name = "archive"'),
    id: 'demo/orders/reports',
    held: (shop) => (detail(shop)?.databases ?? []).filter((name) => name !== 'defaultdb'),
    names: ['reports', 'archive'],
    vanish: ({ world }) => world.run({ type: 'DeleteDatabase', ...orders, database: 'reports' }),
  },
  {
    address: 'forkcast_service_user.it',
    config: inOrders('forkcast_service_user', 'username = "reader"'),
    replaced: inOrders('forkcast_service_user', 'username = "writer"'),
    id: 'demo/orders/reader',
    held: (shop) => (detail(shop)?.users ?? []).filter(({ kind }) => kind === 'normal').map(({ username }) => username),
    names: ['reader', 'writer'],
    vanish: ({ world }) => world.run({ type: 'DeleteUser', ...orders, username: 'reader' }),
  },
  {
    address: 'forkcast_connection_pool.it',
    config: pool('web', 10),
    updated: pool('web', 20),
    replaced: pool('jobs', 10),
    id: 'demo/orders/web',
    held: (shop) => (detail(shop)?.pools ?? []).map(({ pool: name }) => name),
    names: ['web', 'jobs'],
    vanish: ({ world }) => world.run({ type: 'DeletePool', ...orders, pool: 'web' }),
    drift: ({ world }) => world.run({ type: 'UpdatePool', ...orders, pool: 'web', poolMode: 'session' }),
  },
  {
    address: 'forkcast_service_integration.it',
    config: integration('sink'),
    replaced: integration('sink-2'),
    id: undefined,
    held: (shop) => integrations(shop).map(({ peer }) => peer),
    names: ['demo/sink', 'demo/sink-2'],
    vanish: (shop) =>
      shop.world.run({
        type: 'DeleteIntegration',
        project: 'demo',
        integrationId: integrations(shop)[0]?.id ?? 'none',
      }),
  },
];

type Shown = Readonly<Record<string, unknown>>;

/** The attributes of the one resource in the state, as Terraform tells them in JSON. */
const shownState = async (shop: ProviderWorkshop): Promise<Shown> => {
  const { text } = await shop.terraform('show', '-json');
  const shown = JSON.parse(text) as { values?: { root_module: { resources: { values: Shown }[] } } };
  return shown.values?.root_module.resources[0]?.values ?? {};
};

const without = (shown: Shown, names: readonly string[] = []): Shown =>
  Object.fromEntries(Object.entries(shown).filter(([name]) => !names.includes(name)));

const applied = async (shop: ProviderWorkshop, config: string): Promise<void> => {
  shop.write(config);
  expect(await shop.apply()).toMatchObject({ code: 0 });
  expect(await shop.planned()).toEqual({});
};

for (const program of ['terraform', 'tofu'] as const)
  whenProgram(program)(`by ${program}`, () => {
    describe.each(lives)('$address', (life) => {
      const { address, config, held, names, updated, drift } = life;
      const [name, otherName] = names;
      let shop: ProviderWorkshop;
      beforeAll(async () => {
        shop = await ProviderWorkshop.open(program);
        for (const service of ['sink', 'sink-2']) shop.world.run(aCreate({ service }));
        await shop.init(config);
      });
      afterAll(() => shop.close());

      test('is made, and a second plan is empty', async () => {
        expect(await shop.planned()).toEqual({ [address]: ['create'] });
        expect(held(shop)).toEqual([]);
        await applied(shop, config);
        expect(held(shop)).toEqual([name]);
      });

      const whenSettable = updated === undefined ? test.skip : test;
      whenSettable('is changed in place, and back', async () => {
        shop.write(updated ?? '');
        expect(await shop.planned()).toEqual({ [address]: ['update'] });
        await applied(shop, updated ?? '');
        shop.write(config);
        await shop.apply();
        expect(await shop.planned()).toEqual({});
        expect(held(shop)).toEqual([name]);
      });

      test('is replaced when it gets another name, and back', async () => {
        shop.write(life.replaced);
        expect(await shop.planned()).toEqual({ [address]: ['delete', 'create'] });
        await applied(shop, life.replaced);
        expect(held(shop)).toEqual([otherName]);
        await applied(shop, config);
        expect(held(shop)).toEqual([name]);
      });

      test('is imported as it is, by id and by block, and a plan after is empty', async () => {
        const before = await shownState(shop);
        const id = String(before['id']);
        const afterImport = life.takenOver ? { [address]: ['update'] } : {};
        if (life.id !== undefined) expect(id).toBe(life.id);
        expect(await shop.terraform('state', 'rm', address)).toMatchObject({ code: 0 });
        expect(await shop.terraform('import', '-input=false', address, id)).toMatchObject({ code: 0 });
        expect(without(await shownState(shop), life.found)).toEqual(without(before, life.found));
        expect(await shop.planned()).toEqual(afterImport);
        expect(await shop.terraform('state', 'rm', address)).toMatchObject({ code: 0 });
        shop.write(`${config}\nimport {\n  to = ${address}\n  id = "${id}"\n}\n`);
        expect(await shop.planned()).toEqual(afterImport);
        expect(await shop.apply()).toMatchObject({ code: 0 });
        await applied(shop, config);
        expect(without(await shownState(shop), life.found)).toEqual(without(before, life.found));
        expect([await shop.state(), held(shop)]).toEqual([[address], [name]]);
      });

      test('is not imported where there is none', async () => {
        const id = String((await shownState(shop))['id']);
        expect(await shop.terraform('state', 'rm', address)).toMatchObject({ code: 0 });
        const refused = await shop.terraform('import', '-input=false', address, id.replace(/[^/]*$/u, 'nothing'));
        expect(refused.text).toMatch(
          /Cannot import non-existent remote object|There is no forkcast_service with the id/,
        );
        expect([refused.code, await shop.state(), held(shop)]).toEqual([1, [], [name]]);
        expect(await shop.terraform('import', '-input=false', address, id)).toMatchObject({ code: 0 });
      });

      const whenChangeable = drift === undefined ? test.skip : test;
      whenChangeable('is set right again when somebody changed it', async () => {
        drift?.(shop);
        expect(await shop.planned()).toEqual({ [address]: ['update'] });
        await applied(shop, config);
      });

      test('is made again when it disappeared', async () => {
        life.vanish(shop);
        expect(held(shop)).toEqual([]);
        expect(await shop.planned()).toEqual({ [address]: ['create'] });
        await applied(shop, config);
        expect(held(shop)).toEqual([name]);
      });

      test('is left alone for 40 days', async () => {
        shop.world.advance(40 * 86_400_000);
        expect(await shop.planned()).toEqual({});
      });

      test('is destroyed, and is gone; what is gone already is none to worry about', async () => {
        shop.write('');
        expect(await shop.planned()).toEqual({ [address]: ['delete'] });
        await applied(shop, '');
        expect(held(shop)).toEqual([]);
        await applied(shop, config);
        life.vanish(shop);
        expect(await shop.terraform('destroy', '-auto-approve', '-input=false')).toMatchObject({ code: 0 });
        expect([await shop.state(), held(shop)]).toEqual([[], []]);
      });
    });

    describe('on day 40', () => {
      let shop: ProviderWorkshop;
      beforeAll(async () => {
        shop = await ProviderWorkshop.open(program);
        shop.world.run(aCreate({ service: 'sink' }));
      });
      afterAll(() => shop.close());

      test('a fork and what is inside it stay as they are, also when the source is deleted', async () => {
        const inCopy = lives
          .slice(1)
          .map(({ config }) => config.replace('"orders"', 'forkcast_service.it.service_name'));
        await shop.init([fork('copy'), ...inCopy].join('\n'));
        expect(await shop.apply()).toMatchObject({ code: 0 });
        shop.world.advance(40 * 86_400_000);
        shop.world.run({ type: 'TerminateService', ...orders });
        expect(await shop.planned()).toEqual({});
      });

      test('what is inside a service goes with it, and is made again with it', async () => {
        shop.world.run(aCreate(), { type: 'TerminateService', project: 'demo', service: 'copy' });
        shop.world.advance(86_400_000);
        expect(await shop.planned()).toEqual(Object.fromEntries(lives.map(({ address }) => [address, ['create']])));
        expect(await shop.apply()).toMatchObject({ code: 0 });
        expect(await shop.planned()).toEqual({});
      });

      test('a block that moves to another name touches nothing, in the plan and after it', async () => {
        const moved = 'moved {\n  from = forkcast_service.it\n  to   = forkcast_service.moved\n}\n';
        await shop.init(fork('copy'));
        await shop.apply();
        shop.write(`${fork('copy').replace('"it"', '"moved"')}\n${moved}`);
        expect(await shop.planned()).toEqual({});
        expect(await shop.apply()).toMatchObject({ code: 0 });
        expect([await shop.state(), shop.services()]).toEqual([
          ['forkcast_service.moved'],
          expect.arrayContaining(['copy']),
        ]);
        expect(await shop.planned()).toEqual({});
      });
    });
  });

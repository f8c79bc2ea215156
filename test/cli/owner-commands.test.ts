import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aShellWithOrders } from './a-registry';
import { json } from './a-terminal';

const adopted = 'service adopt orders --from nobody --owner owner-of-mine';

const ownershipIn = (ran: { readonly out: string }): unknown => {
  const { service } = JSON.parse(ran.out) as { service: { forkcast: { ownership: unknown } } };
  return service.forkcast.ownership;
};

describe('service adopt', () => {
  const shell = aShellWithOrders();
  const get = async () => ownershipIn(await shell.run('service get orders --format json'));

  test('gives a service to an owner while it is as the line says', async () => {
    expect((await shell.run(adopted)).exitCode).toBe(0);
    expect(await get()).toMatchObject({ state: 'held', owner: { id: 'owner-of-mine' } });
    const late = await shell.run(
      'service adopt demo/orders --from owner-of-others --owner owner-of-third --format json',
    );
    expect([late.exitCode, json(late)]).toMatchObject([1, { error: { code: 'service_not_as_expected' } }]);
    expect((await shell.run('service adopt demo/orders --from owner-of-mine --owner owner-of-third')).out).toContain(
      '(owner owner-of-third)',
    );
    expect((await shell.run('service get orders')).out).toContain('(owner owner-of-third)');
    expect((await shell.run('service logs orders')).out).toContain('Service owner changed');
  });

  test('without --from it shows who holds the service, and asks for its name', async () => {
    const line = 'service adopt orders --owner owner-of-mine';
    const silent = await shell.run(line);
    expect([silent.exitCode, silent.err]).toEqual([1, expect.stringContaining('confirm with --force')]);
    const asked = await shell.run(line, { answers: ['orders'] });
    expect([asked.exitCode, asked.err]).toEqual([0, expect.stringContaining('(owner owner-of-third)')]);
    expect((await shell.run(line)).out).toBe('demo/orders is held by owner-of-mine already\n');
  });

  test.each([
    ['service adopt orders', '--owner is missing. An id has 8 to 128 letters'],
    ['service list --unowned --owner acme', 'leave --owner and --mine out'],
    ['service list --unowned --mine', 'leave --owner and --mine out'],
    ['service adopt --owner owner-of-mine', 'Name a service'],
    ['service adopt a/b/c --owner owner-of-mine', "'a/b/c' names no service"],
    ['service adopt orders --owner x --state f', 'leave the name'],
  ])('%s is a usage error', async (line, message) => {
    const { exitCode, err } = await shell.run(line);
    expect([exitCode, err]).toEqual([2, expect.stringContaining(message)]);
  });

  test('an id that is none is refused by name', async () => {
    const ran = await shell.run('service adopt orders --from owner-of-mine --owner me --format json');
    expect(ran.exitCode).toBe(2);
    expect(ran.out).toContain('me\\" is no id of an owner. An id has 8 to 128 letters, digits');
  });

  const fields = { project: 'demo', service_name: 'orders' };
  test.each([
    [
      'a state file',
      {
        version: 4,
        resources: [
          {
            type: 'terraform_data',
            instances: [
              {
                attributes: {
                  id: 'id-of-state-file',
                  triggers_replace: { type: [], value: { ...fields, service_name: 'refused-before' } },
                  input: { type: [], value: { ...fields, plan: 'startup-4' } },
                },
              },
            ],
          },
        ],
      },
    ],
    [
      'terraform show -json',
      {
        format_version: '1.0',
        values: {
          root_module: {
            child_modules: [
              { resources: [{ type: 'terraform_data', values: { id: 'id-of-shown', triggers_replace: fields } }] },
            ],
          },
        },
      },
    ],
  ])('--state takes over what %s stands for', async (_what, state) => {
    writeFileSync(join(shell.folder.path, 'some.tfstate'), JSON.stringify(state));
    expect((await shell.run('service adopt --state some.tfstate -f')).exitCode).toBe(0);
    expect(await get()).toMatchObject({ state: 'held', owner: { id: expect.stringMatching(/^id-of-/) } });
  });

  test('--state with --stack takes over only what that stack holds now', async () => {
    const input = { ...fields, plan: 'startup-4' };
    const resource = {
      type: 'terraform_data',
      instances: [{ attributes: { id: 'id-of-third', triggers_replace: fields, input } }],
    };
    writeFileSync(join(shell.folder.path, 'some.tfstate'), JSON.stringify({ version: 4, resources: [resource] }));
    const none = await shell.run('service adopt --state some.tfstate --stack elsewhere -f');
    expect([none.exitCode, none.out]).toEqual([0, 'that stack holds none of them\n']);
    expect(await get()).not.toMatchObject({ owner: { id: 'id-of-third' } });
    expect((await shell.run('service adopt --state some.tfstate --stack none -f')).exitCode).toBe(0);
    expect(await get()).toMatchObject({ owner: { id: 'id-of-third', stack: 'none' } });
    expect((await shell.run('service adopt --stack none -f')).exitCode).toBe(2);
  });

  test('a file that is no state, or holds nothing of ours, is a usage error', async () => {
    writeFileSync(join(shell.folder.path, 'none.tfstate'), JSON.stringify({ version: 4, resources: [] }));
    expect((await shell.run('service adopt --state none.tfstate')).exitCode).toBe(2);
  });
});

describe('service release', () => {
  const shell = aShellWithOrders();
  const get = async () => ownershipIn(await shell.run('service get orders --format json'));

  test('lets a service go, and what nobody holds stays so', async () => {
    await shell.story(adopted);
    const silent = await shell.run('service release orders');
    expect(silent.exitCode).toBe(1);
    expect((await shell.run('service release orders --from owner-of-mine')).out).toBe('released demo/orders\n');
    expect(await get()).toMatchObject({ state: 'released', owner: null });
    expect((await shell.run('service release orders -f')).out).toBe('nobody holds it already\n');
    expect((await shell.run('service get orders')).out).toMatch(/held by +nobody: released/);
  });

  test('lets go of all that a stack holds', async () => {
    await shell.story(adopted);
    expect((await shell.run('service release --stack other -f')).out).toBe('nobody holds it already\n');
    expect((await shell.run('service release --stack none -f')).out).toBe('released demo/orders\n');
  });

  test('lets go of all that a state holds, and of nothing that another holds', async () => {
    await shell.story(adopted);
    const state = (owner: string) => ({
      version: 4,
      resources: [
        {
          type: 'forkcast_service',
          instances: [{ attributes: { project: 'demo', service_name: 'orders', owner } }],
        },
      ],
    });
    for (const [owner, out] of [
      ['owner-of-another', 'nobody holds it already\n'],
      ['owner-of-mine', 'released demo/orders\n'],
    ] as const) {
      writeFileSync(join(shell.folder.path, 'p.tfstate'), JSON.stringify(state(owner)));
      expect((await shell.run('service release --state p.tfstate -f')).out).toBe(out);
    }
    expect(await get()).toMatchObject({ state: 'released' });
  });

  test.each(['service release', 'service release orders --stack acme', 'service release orders --state a'])(
    '%s is a usage error',
    async (line) => {
      expect((await shell.run(line)).exitCode).toBe(2);
    },
  );
});

describe('service list by owner', () => {
  const shell = aShellWithOrders();
  test('shows who holds what', async () => {
    expect((await shell.run('service list --unowned')).out).toContain('orders');
    expect((await shell.run('service list --owner owner-of-mine')).out).toBe('no services\n');
    await shell.story(adopted);
    expect((await shell.run('service list --unowned')).out).toBe('no services\n');
    expect((await shell.run('service list --owner owner-of-mine')).out).toContain('(owner owner-of-mine)');
    expect((await shell.run('service list --owner none')).out).toContain('(owner owner-of-mine)');
    expect((await shell.run('service list --mine')).out).toContain('(owner owner-of-mine)');
  });
});

describe('what a stack holds', () => {
  const shell = aShellWithOrders();
  test('is changed beside it by a script that is told, and by a person who is asked', async () => {
    await shell.story(adopted);
    const told = await shell.run('service update orders -c backup_hour=4');
    expect([told.exitCode, told.err]).toEqual([0, expect.stringContaining('its next plan may change this back')]);
    const asked = await shell.run('service update orders -c backup_hour=5', { answers: ['no'] });
    expect(asked.exitCode).toBe(1);
  });

  test('is ended after a question that names what follows it, but what ends with it', async () => {
    const replica = 'service create reader -t pg -p business-4 -c service_to_fork_from=orders -c pg_read_replica=true';
    expect((await shell.run(replica)).exitCode).toBe(0);
    const asked = await shell.run('service terminate orders', { answers: ['no'] });
    expect(asked.err).toContain('Replicas follow it, and get nothing more: demo/reader.');
    const both = await shell.run('service terminate orders reader', { answers: ['no'] });
    expect(both.err).not.toContain('Replicas follow it');
  });

  test('is ended after a question that names its holder', async () => {
    const asked = await shell.run('service terminate orders', { answers: ['no'] });
    expect([asked.exitCode, asked.err]).toEqual([1, expect.stringContaining('(owner owner-of-mine)')]);
    expect((await shell.run('service lineage orders')).out).toContain('held by taken over by hand of stack none');
    expect((await shell.run('service terminate orders -f')).exitCode).toBe(0);
  });
});

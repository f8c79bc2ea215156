import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TerraformResource, Testing } from 'cdktf';
import type { App } from 'cdktf';
import { Construct } from 'constructs';
import { Service } from '../../src/constructs';
import type { MovedFrom } from '../../src/constructs';
import { addressIn, aStack, anApp, identityOf, movesOf, refusalOf, resourcesOf } from './an-app';

const backends = ['terraform_data', 'null_resource', 'provider'] as const;
type Scope = ConstructorParameters<typeof Service>[0];

const declare = (scope: Scope, id: string, movedFrom?: MovedFrom): Service<'pg'> =>
  new Service(scope, id, {
    serviceType: 'pg',
    serviceName: 'pg-fork',
    plan: 'business-4',
    ...(movedFrom === undefined ? {} : { movedFrom }),
  });

describe.each(backends)('an id that Terraform cannot tell by its name, backend %s', (backend) => {
  test('is refused when another one becomes the same', () => {
    const { app, stack } = anApp(undefined, { backend });
    declare(stack, 'try v1.10');
    declare(stack, 'try v11.0');
    expect(refusalOf(app)).toContain(
      "[demo/try v11.0] has the id 'demo/try v11.0', which Terraform names as it names 'demo/try v1.10'",
    );
  });

  test.each([
    ['テスト', 'becomes no name at all in Terraform'],
    ['2026-copy', "becomes '2026-copy', and a name begins with a letter or _ in Terraform"],
  ])('is refused when it is no name: %s', (id, why) => {
    const { app, stack } = anApp(undefined, { backend });
    declare(stack, id);
    expect(refusalOf(app)).toContain(`[demo/${id}] has the id '${id}', which ${why}`);
  });

  test('is none in a scope of its own, nor in another stack', () => {
    const { app, stack } = anApp(undefined, { backend });
    const props = { serviceType: 'pg', plan: 'business-4' } as const;
    new Service(stack, 'copy', { ...props, serviceName: 'a-pg' });
    new Service(new Construct(stack, 'scope'), 'copy', { ...props, serviceName: 'b-pg' });
    new Service(aStack(app, 'other', undefined, { backend }), 'copy', { ...props, serviceName: 'c-pg' });
    expect(refusalOf(app)).toBe('');
  });
});

test.each(['terraform_data', 'null_resource'] as const)(
  'a name that comes after the old one was taken is refused, backend %s',
  (backend) => {
    const { app, stack } = anApp(undefined, { backend });
    const holder: unknown = declare(stack, 'copy').node.defaultChild;
    if (!TerraformResource.isTerraformResource(holder)) throw new Error('no resource carries the service');
    holder.overrideLogicalId('mine');
    expect(refusalOf(app)).toContain("[demo/copy] overrideLogicalId('mine') comes too late");
  },
);

describe('a service that was declared elsewhere in its stack', () => {
  test.each([
    ['an id beside it', 'old', 'old'],
    ['a construct path', 'demo/old', 'old'],
  ])('by %s takes its state along, also one of version 0.1.0', (_, movedFrom, old) => {
    const { app, stack } = anApp();
    declare(stack, 'new', movedFrom);
    expect(refusalOf(app)).toBe('');
    const resources = resourcesOf(app, 'terraform_data');
    const [toLegacy, run, identity] = movesOf(app);
    expect(toLegacy?.from).toBe(`terraform_data.${old}`);
    expect(run).toEqual({ from: toLegacy?.to, to: addressIn(resources, 'terraform_data', 'new_run') });
    expect(identity?.from).toMatch(new RegExp(`^terraform_data\\.${old}_identity_[0-9A-F]{8}$`));
    expect(identity?.to).toBe(addressIn(resources, 'terraform_data', 'new_identity'));
  });

  test('names the address that Terraform has for it, whatever scope it moves to', () => {
    const before = anApp();
    declare(new Construct(before.stack, 'scope'), 'old');
    before.app.synth();
    const { app, stack } = anApp();
    declare(stack, 'new', 'demo/scope/old');
    app.synth();
    const froms = movesOf(app).map(({ from }) => from);
    const was = Object.keys(resourcesOf(before.app, 'terraform_data')).map((name) => `terraform_data.${name}`);
    expect(froms).toEqual(expect.arrayContaining(was));
  });

  test('may take its own live service over, where the state did not go along', () => {
    const { app, stack } = anApp();
    declare(stack, 'new', 'old');
    app.synth();
    expect(identityOf(app, 'new')?.input).toMatchObject({ moved_from: { stack: 'demo', path: 'demo/old' } });
  });

  test.each([['is still declared', 'old', "says movedFrom 'demo/old', and a service is still declared there"]])(
    'is refused when the place %s',
    (_, movedFrom, why) => {
      const { app, stack } = anApp();
      declare(stack, 'old');
      declare(stack, 'new', movedFrom);
      expect(refusalOf(app)).toContain(`[demo/new] ${why}`);
    },
  );

  test('is refused twice', () => {
    const { app, stack } = anApp();
    declare(stack, 'one', 'old');
    declare(stack, 'two', 'old');
    expect(refusalOf(app)).toContain("[demo/two] says the same movedFrom as 'demo/one'");
  });
});

test('a service that comes from another stack may be taken over from there, and moves no state of its own', () => {
  const app = Testing.app();
  declare(aStack(app, 'two'), 'fork', { stack: 'one', path: 'fork' });
  app.synth();
  const resources = resourcesOf(app, 'terraform_data', 'two');
  expect(identityOf(app, 'fork', 'two')?.input).toMatchObject({ moved_from: { stack: 'one', path: 'one/fork' } });
  expect(movesOf(app, 'two')).toEqual([
    { from: 'terraform_data.fork', to: addressIn(resources, 'terraform_data', 'fork_run') },
  ]);
});

describe('backend provider', () => {
  const written = (app: App, stack: string): Readonly<Record<string, unknown>> => {
    const json: Readonly<Record<string, unknown>> = JSON.parse(
      readFileSync(join(app.outdir, 'stacks', stack, 'cdk.tf.json'), 'utf8'),
    );
    return json;
  };
  const connected = (scope: Scope, id: string, movedFrom?: MovedFrom): Service<'pg'> =>
    new Service(scope, id, {
      serviceType: 'pg',
      serviceName: 'pg-fork',
      plan: 'business-4',
      integrations: [{ integrationType: 'metrics', destinationService: 'graphs' }],
      ...(movedFrom === undefined ? {} : { movedFrom }),
    });

  test('tells the provider what its services are called', () => {
    const { app, stack } = anApp(undefined, { backend: 'provider' });
    declare(stack, 'fork');
    app.synth();
    expect(written(app, 'demo')).toMatchObject({
      provider: { forkcast: [{ paths: { 'demo/pg-fork': 'demo/fork' } }] },
    });
  });

  test('takes the state of a place in the same stack along, with its integrations', () => {
    const before = anApp(undefined, { backend: 'provider' });
    connected(before.stack, 'old');
    before.app.synth();
    const { app, stack } = anApp(undefined, { backend: 'provider' });
    connected(stack, 'new', 'old');
    app.synth();
    const addresses = (of: Readonly<Record<string, unknown>>): readonly string[] =>
      Object.entries(of['resource'] ?? {}).flatMap(([type, bodies]: readonly [string, object]) =>
        Object.keys(bodies).map((name) => `${type}.${name}`),
      );
    expect(movesOf(app).map(({ from }) => from)).toEqual(addresses(written(before.app, 'demo')));
    expect(movesOf(app).map(({ to }) => to)).toEqual(addresses(written(app, 'demo')));
    expect(written(app, 'demo')).toMatchObject({
      provider: { forkcast: [{ moved_from: { 'demo/pg-fork': { stack: 'demo', path: 'demo/old' } } }] },
    });
  });

  test('lets the stack that a service comes from let go of it, when that one is still in the app', () => {
    const app = Testing.app();
    const one = aStack(app, 'one', undefined, { backend: 'provider' });
    connected(aStack(app, 'two', undefined, { backend: 'provider' }), 'fork', { stack: 'one', path: 'one/fork' });
    app.synth();
    expect(one.node.path).toBe('one');
    const [service, integration] = [
      { from: 'forkcast_service.fork', lifecycle: { destroy: false } },
      { from: expect.stringMatching(/^forkcast_service_integration\.fork_/), lifecycle: { destroy: false } },
    ];
    expect(written(app, 'one')).toMatchObject({ removed: [service, integration] });
    expect(written(app, 'two')).toMatchObject({
      provider: { forkcast: [{ moved_from: { 'demo/pg-fork': { stack: 'one', path: 'one/fork' } } }] },
    });
    expect(movesOf(app, 'two')).toEqual([]);
  });

  test('made what commands make now: its state lets go, and the run may take over', () => {
    const { app, stack } = anApp();
    connected(stack, 'fork', 'fork');
    app.synth();
    expect(written(app, 'demo')['removed']).toEqual([
      { from: 'forkcast_service.fork', lifecycle: { destroy: false } },
      { from: expect.stringMatching(/^forkcast_service_integration\.fork_/), lifecycle: { destroy: false } },
    ]);
    expect(identityOf(app, 'fork')?.input).toMatchObject({ moved_from: { stack: 'demo', path: 'demo/fork' } });
  });
});

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type App, Testing, TerraformVariable } from 'cdktf';
import { ForkcastScope, type MovedFrom, Service } from '../../src/constructs';
import { FactSourceError, providerOwnerId } from '../../src/domain';
import { aService, builderNow, someFacts } from '../../src/domain/testing';
import { aStack, anApp, noWorld, refusalOf, shownBy } from './an-app';

const fork = { serviceType: 'pg', serviceName: 'pg-fork', plan: 'business-4' } as const;
const wrongCloud = { ...fork, cloudName: 'eu-central-1', userConfig: { serviceToForkFrom: 'source-pg' } };

const timesIn = (text: string, part: string): number => text.split(part).length - 1;

describe('a fork that cannot work', () => {
  test('stops the synth at its path, with the attribute, the value got and the remedy, once', () => {
    const { app, stack } = anApp(someFacts());
    new Service(stack, 'fork', wrongCloud);
    const refusal = refusalOf(app);
    expect(refusal).toContain(
      '[demo/fork] cloud_name: There is no cloud "eu-central-1". Did you mean "aws-eu-central-1"?',
    );
    expect(timesIn(refusal, 'placement/cloud-unknown')).toBe(1);
  });

  test('leaves nothing written, in any stack', () => {
    const app = Testing.app();
    aStack(app, 'network');
    new Service(aStack(app, 'good', someFacts()), 'fork', {
      ...fork,
      cloudName: 'aws-eu-central-1',
      userConfig: { serviceToForkFrom: 'source-pg' },
    });
    new Service(aStack(app, 'bad', someFacts()), 'fork', { ...wrongCloud, serviceName: 'other-fork' });
    const refusal = refusalOf(app);
    expect(refusal).toContain('is not written, because of [bad/fork] cloud_name: There is no cloud "eu-central-1"');
    expect(timesIn(refusal, 'placement/cloud-unknown')).toBe(1);
    expect(readdirSync(join(app.outdir, 'stacks'))).toEqual([]);
    expect(existsSync(join(app.outdir, 'manifest.json'))).toBe(false);
  });

  test('is compared with the services of other stacks', () => {
    const app = Testing.app();
    const facts = { read: () => someFacts() };
    const declared = { ...fork, cloudName: 'aws-eu-central-1' };
    new Service(aStack(app, 'one', undefined, { facts }), 'pg', declared);
    new Service(aStack(app, 'two', undefined, { facts }), 'pg', declared);
    expect(refusalOf(app)).toContain('project/duplicate-name');
  });
});

describe('a service of the provider that moved to another stack of the app', () => {
  const owner = { id: providerOwnerId('5f1c'), label: { stack: 'one', path: 'one/fork' } };
  const ownership = { state: 'held' as const, owner, since: builderNow, by: null };
  const moved = (stacks: readonly string[], movedFrom?: MovedFrom): App => {
    const app = Testing.app();
    const facts = { read: () => someFacts({ services: [aService({ service: 'pg-fork', ownership })] }) };
    const [first] = stacks.map((name) => aStack(app, name, undefined, { facts, backend: 'provider' }));
    const move = movedFrom === undefined ? {} : { movedFrom };
    new Service(first ?? app, 'fork', { ...fork, cloudName: 'google-europe-west1', ...move });
    return app;
  };

  test('stops the synth, since the old stack would end it', () => {
    expect(refusalOf(moved(['two', 'one']))).toMatch(
      /demo\/pg-fork is held by one\/fork of stack one[^]*ends the live service[^]*movedFrom: \{ stack: 'one', path: 'one\/fork' \}/,
    );
  });

  test('is written once it says so, and where the app has no such stack', () => {
    expect(() => moved(['two', 'one'], { stack: 'one', path: 'one/fork' }).synth()).not.toThrow();
    expect(() => moved(['two']).synth()).not.toThrow();
  });
});

describe('a declaration that is wrong in itself', () => {
  test('names the setting that was meant', () => {
    const { app, stack } = anApp();
    const userConfig: object = { pgVerson: '16', service_to_fork_from: 'source-pg' };
    new Service(stack, 'pg', { ...fork, userConfig });
    const refusal = refusalOf(app);
    expect(refusal).toContain(
      '[demo/pg] user_config.pg_verson: Services of type pg have no setting "pg_verson". Did you mean "pgVersion"?',
    );
    expect(refusal).toContain("userConfig.service_to_fork_from is written in the API's way. Write serviceToForkFrom.");
  });

  test('is written through all the same: what is emitted without validation asks for no less', () => {
    const { stack } = anApp();
    const userConfig: object = { serviceToForkFrom: 'events', recoveryTargetTime: '2026-11-19T12:00:00Z' };
    const service = { serviceType: 'kafka', serviceName: 'kafka-fork', plan: 'business-4' } as const;
    new Service(stack, 'kafka', { ...service, userConfig });
    const written = Testing.synth(stack);
    expect(written).toContain('"service_to_fork_from": "events"');
    expect(written).toContain('"recovery_target_time": "2026-11-19T12:00:00Z"');
  });

  test('says what a type cannot do, not what it takes', () => {
    const { app, stack } = anApp();
    const userConfig: object = { serviceToForkFrom: 'events' };
    new Service(stack, 'kafka', { serviceType: 'kafka', serviceName: 'kafka-fork', plan: 'business-4', userConfig });
    expect(refusalOf(app)).toContain('(source/type-not-forkable)');
  });

  test('is refused for a secret in the clear, at any depth, and never repeats it', () => {
    const { app, stack } = anApp();
    const clear: object = { adminPassword: 'hunter2-hunter2', migration: { host: 'db', password: 'hunter2' } };
    new Service(stack, 'pg', { ...fork, userConfig: clear });
    const refusal = refusalOf(app);
    expect(refusal).toContain('userConfig.adminPassword is a secret');
    expect(refusal).toContain('userConfig.migration.password is a secret');
    expect(refusal).not.toContain('hunter2');
  });

  test('is refused for an address in place of a name, and never repeats its password', () => {
    const { app, stack } = anApp();
    const address = 'postgres://me:hunter2/@host/orders';
    new Service(stack, 'pg', { ...fork, userConfig: { serviceToForkFrom: address } });
    const refusal = refusalOf(app);
    expect(refusal).toContain('postgres://(sensitive)@host/orders');
    expect(refusal).not.toContain('hunter2');
  });

  test('is refused for a timeout that is none', () => {
    const { app, stack } = anApp();
    new Service(stack, 'pg', { ...fork, timeouts: { create: 'half an hour' } });
    expect(refusalOf(app)).toContain("[demo/pg] timeouts.create is 'half an hour'; write a duration such as 45m");
  });

  test.each(['0s', '99999999999h', '577h'])('is refused for a timeout of %s, which no timer can wait', (create) => {
    const { app, stack } = anApp();
    new Service(stack, 'pg', { ...fork, timeouts: { create } });
    const bound = 'write a duration such as 45m, 1.5h or 90s, longer than nothing and at most 576h.';
    expect(refusalOf(app)).toContain(`[demo/pg] timeouts.create is '${create}'; ${bound}`);
  });

  test('needs a Forkcast at its scope or above', () => {
    const app = Testing.app();
    expect(() => new Service(app, 'pg', fork)).toThrow('pg has no Forkcast at its scope or above');
  });

  test('cannot have two of them at one scope', () => {
    const { stack } = anApp();
    expect(() => new ForkcastScope(stack, 'again', { project: 'demo' }, noWorld)).toThrow(
      'demo/again is the second Forkcast of its scope; demo/forkcast is the first',
    );
  });
});

describe('what does not stop a synth', () => {
  test('is shown at its construct', () => {
    const { app, stack } = anApp(someFacts());
    new Service(stack, 'fork', {
      ...fork,
      cloudName: 'aws-eu-central-1',
      userConfig: { serviceToForkFrom: 'source-pg' },
    });
    expect(refusalOf(app)).toBe('');
    expect(shownBy(app)).toContainEqual(expect.stringMatching(/^warn demo\/fork: .*\(recovery\/no-recovery-point\)$/));
  });

  test('says once that there are no facts', () => {
    const { app, stack } = anApp();
    new Service(stack, 'one', { ...fork, userConfig: { serviceToForkFrom: 'source-pg' } });
    new Service(stack, 'two', { ...fork, serviceName: 'pg-two', userConfig: { serviceToForkFrom: 'source-pg' } });
    expect(refusalOf(app)).toBe('');
    expect(
      shownBy(app).filter((line) => line.includes('There is no registry at sqlite:/project/registry.db')),
    ).toHaveLength(1);
    expect(shownBy(app).filter((line) => line.includes('Undecided'))).toEqual([]);
  });

  test('tells what is undecided, and for want of what', () => {
    const { app, stack } = anApp(someFacts());
    const variable = new TerraformVariable(stack, 'cloud', {});
    new Service(stack, 'fork', {
      ...fork,
      cloudName: variable.stringValue,
      userConfig: { serviceToForkFrom: 'source-pg' },
    });
    expect(refusalOf(app)).toBe('');
    expect(shownBy(app)).toContainEqual(
      expect.stringMatching(/^info demo\/fork: Undecided for want of .*placement\/cloud-unknown/),
    );
  });

  test('tells until when a recovery point can be restored', () => {
    const { app, stack } = anApp(someFacts());
    new Service(stack, 'fork', {
      ...fork,
      cloudName: 'aws-eu-central-1',
      userConfig: { serviceToForkFrom: 'source-pg', recoveryTargetTime: '2026-11-19T12:00:00Z' },
    });
    app.synth();
    expect(shownBy(app)).toContainEqual(
      expect.stringMatching(/^info demo\/fork: What this fork asks for can be restored until 2026-/),
    );
  });
});

test('facts that were named and cannot be read end the synth with their own error', () => {
  const source = {
    read: () => {
      throw new FactSourceError('facts:/missing.json', 'there is no such file');
    },
  };
  const { app, stack } = anApp(undefined, { facts: source });
  new Service(stack, 'pg', fork);
  expect(() => app.synth()).toThrow(FactSourceError);
});

test('a live service is judged as it stands, and by its own name', () => {
  const { app, stack } = anApp(someFacts({ services: [aService({ service: 'pg-fork' })] }));
  new Service(stack, 'pg', { ...fork, cloudName: 'google-europe-west1' });
  expect(refusalOf(app)).not.toContain('source/');
});

test('a judgement of many services walks through their stack as often as one of a single service', () => {
  const walksFor = (count: number): number => {
    const { app, stack } = anApp(someFacts());
    for (let index = 0; index < count; index += 1)
      new Service(stack, `one-${index}`, { ...fork, cloudName: 'aws-eu-central-1', serviceName: `pg-${index}` });
    const walks = jest.spyOn(stack.node, 'findAll');
    expect(refusalOf(app)).toBe('');
    return walks.mock.calls.length;
  };
  expect(walksFor(5)).toBe(walksFor(1));
});

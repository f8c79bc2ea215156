import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Testing, type App } from 'cdktf';
import { Service } from '../../src/constructs';
import { defaultCatalogue, serviceTypes } from '../../src/domain';
import { aService, someFacts } from '../../src/domain/testing';
import { aStack, refusalOf, unvalidated } from './an-app';

const backends = ['terraform_data', 'null_resource', 'provider'] as const;
type Backend = (typeof backends)[number];

const stacks = ['former', 'present'] as const;

/** Every stack as it was written, without what names the folder. */
const written = (app: App): readonly unknown[] =>
  stacks.map((stack) => {
    const parsed: unknown = JSON.parse(readFileSync(join(app.outdir, 'stacks', stack, 'cdk.tf.json'), 'utf8'));
    return parsed;
  });

const planOf = (type: string): string =>
  [...defaultCatalogue.plans.values()].find(({ type: of, tier }) => of === type && tier === 'startup')?.name ??
  'business-4';

/** A service of the type with a finding that is accepted, moved here from another stack of the app, and a bad fork of it if asked. */
const anAppWith = (backend: Backend, type: string, { isBad }: { readonly isBad: boolean }): App => {
  const app = Testing.app();
  const facts = someFacts({ services: [aService({ service: 'source', type, plan: planOf(type), userConfig: {} })] });
  const [, present] = stacks.map((id) => aStack(app, id, isBad ? undefined : facts, { backend }));
  if (present === undefined) throw new RangeError('There is no stack.');
  // What the compiler would refuse.
  const odd: object = {
    serviceType: type,
    ...(isBad
      ? {
          cloudName: 'nowhere',
          userConfig: {
            serviceToForkFrom: 'source',
            recoveryTargetTime: 'soon',
            recoveryBasebackupName: 'no name',
            additionalBackupRegions: ['nowhere'],
            noSuchKey: 7,
          },
        }
      : {}),
  };
  const service = new Service(present, 'service', {
    serviceName: 'moved',
    serviceType: 'pg',
    plan: planOf(type),
    cloudName: 'google-europe-west1',
    movedFrom: { stack: 'former', path: 'former/service' },
    ...odd,
  });
  service.acknowledge('sizing/adds-cost', 'It is paid for.');
  return app;
};

describe.each(backends)('with the backend %s', (backend) => {
  test.each(serviceTypes.map(({ name }) => name))('a %s is written the same, validated or not', (type) => {
    const validated = anAppWith(backend, type, { isBad: false });
    validated.synth();
    const skipping = unvalidated(anAppWith(backend, type, { isBad: false }));
    skipping.synth();
    expect(written(skipping)).toEqual(written(validated));
    expect(JSON.stringify(written(skipping))).toContain('It is paid for.');
  });

  test.each(serviceTypes.map(({ name }) => name))('a %s that is refused is written with every key', (type) => {
    expect(refusalOf(anAppWith(backend, type, { isBad: true }))).toContain('Validation failed');
    const skipping = unvalidated(anAppWith(backend, type, { isBad: true }));
    skipping.synth();
    const text = JSON.stringify(written(skipping));
    for (const key of [
      'service_to_fork_from',
      'recovery_target_time',
      'recovery_basebackup_name',
      'additional_backup_regions',
      'no_such_key',
    ])
      expect(text).toContain(key);
  });
});

test('what moves to another stack is let go of by its former one, validated or not', () => {
  const skipping = unvalidated(anAppWith('provider', 'pg', { isBad: false }));
  skipping.synth();
  expect(JSON.stringify(written(skipping)[0])).toContain('"destroy":false');
});

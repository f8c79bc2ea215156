import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Fn, TerraformVariable } from 'cdktf';
import type { App } from 'cdktf';
import { Service } from '../../src/constructs';
import type { Backend } from '../../src/constructs';
import { known, minuteMs, valueOr, type ServiceRequest } from '../../src/domain';
import { IntakeError, readSynthOutput, takeInStack } from '../../src/intake';
import { aStack, anApp } from '../constructs/an-app';

const readText = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
};

/** A timeout that nobody wrote is written out by the synthesis, as its default, but for the provider, which has its own. */
const withTimeout = (request: ServiceRequest, backend: Backend): ServiceRequest => ({
  ...request,
  createTimeoutMs: known(
    valueOr(request.createTimeoutMs, undefined) ?? (backend === 'provider' ? undefined : 20 * minuteMs),
  ),
});

/** Files of a synth output that never touched a disk. */
const filesOf = (files: Readonly<Record<string, string>>) => (path: string) => files[path];

const declared = (backend: Backend): { app: App; services: readonly Service[] } => {
  const { app, stack } = anApp(undefined, { backend });
  const when = new TerraformVariable(stack, 'when', { type: 'string' });
  const source = new Service(stack, 'source', {
    serviceType: 'pg',
    serviceName: 'source-pg',
    plan: 'business-4',
    cloudName: 'google-europe-west1',
    diskSpaceMb: 163_840,
    terminationProtection: true,
    tags: { team: 'orders', note: `'1' "q" \${HOME} %{if} \\ \n end` },
    userConfig: { pgVersion: '16', adminPassword: { fromEnvironment: 'PG_ADMIN_PASSWORD' }, ipFilter: ['10.0.0.0/8'] },
  });
  const fork = source.fork('fork', {
    serviceName: 'pg-fork',
    cloudName: 'aws-eu-central-1',
    recovery: { time: when.stringValue },
    timeouts: { create: '45m' },
  });
  const literal = new Service(stack, 'literal', {
    serviceType: 'pg',
    serviceName: 'pg-literal',
    plan: 'startup-4',
    dependsOn: [fork],
    userConfig: { serviceToForkFrom: 'elsewhere', recoveryTargetTime: '2026-11-19T12:00:00Z' },
    tags: { made: Fn.timestamp() },
  });
  fork.acknowledge('recovery/no-zone', 'The "${TIME}" of our runbook is UTC', '2026-12-31');
  app.synth();
  return { app, services: [source, fork, literal] };
};

describe.each(['terraform_data', 'null_resource', 'provider'] as const)('a synth output carried by %s', (backend) => {
  test('declares what its constructs declare', () => {
    const { app, services } = declared(backend);
    const requests = readSynthOutput(readText, app.outdir);
    const byAddress = new Map(requests.map((request) => [request.address, request]));
    for (const service of services) {
      const request = service.toRequest();
      expect(byAddress.get(request.address)).toEqual({ ...withTimeout(request, backend), appStacks: ['demo'] });
    }
    expect(requests).toHaveLength(3);
  });

  test('is read from the folder of one stack, and from its file', () => {
    const { app } = declared(backend);
    const folder = join(app.outdir, 'stacks', 'demo');
    expect(readSynthOutput(readText, folder)).toHaveLength(3);
    expect(readSynthOutput(readText, join(folder, 'cdk.tf.json'))).toEqual(readSynthOutput(readText, folder));
  });
});

test('all stacks of an app are read', () => {
  const { app, stack } = anApp();
  const pg = { serviceType: 'pg', serviceName: 'pg-one', plan: 'startup-4' } as const;
  new Service(stack, 'one', pg);
  new Service(aStack(app, 'other'), 'two', { ...pg, serviceName: 'pg-two' });
  app.synth();
  const found = readSynthOutput(readText, app.outdir).map(({ address, stack: name }) => [name, address]);
  expect(found).toEqual([
    ['demo', 'demo/one'],
    ['other', 'other/two'],
  ]);
});

/** A stack file with one carrier, written by hand. */
const stackWith = (fields: object, more: object = {}, others: object = {}): string =>
  JSON.stringify({
    '//': { metadata: { stackName: 'demo' } },
    terraform: {},
    resource: {
      terraform_data: {
        fork: {
          triggers_replace: {
            project: 'demo',
            service_name: 'pg-fork',
            service_type: 'pg',
            plan: 'business-4',
            path: 'demo/team/fork',
            ...fields,
          },
          provisioner: [{ 'local-exec': { environment: { FORKCAST_OPERATION: 'apply' } } }],
          ...more,
        },
        ...others,
      },
    },
  });

describe('a service', () => {
  test('whose values Terraform decides has unknown facts, and names what changes on every run', () => {
    const text = stackWith({
      plan: '${var.plan}',
      user_config: { recovery_target_time: '${timeadd(timestamp(), "-1h")}' },
    });
    const [request] = takeInStack(text, 'cdk.tf.json').requests;
    expect(request?.plan).toEqual({ known: false, reason: 'known-after-apply' });
    expect(request?.userConfig['recovery_target_time']).toEqual({ known: false, reason: 'known-after-apply' });
    expect(request?.volatile).toEqual(['user_config.recovery_target_time']);
  });

  test('comes after those that others stand between', () => {
    const carrier = (path: string, depends_on: readonly string[]) => ({
      triggers_replace: { project: 'demo', service_name: 'x', service_type: 'pg', plan: 'p', path },
      provisioner: [{ 'local-exec': { environment: { FORKCAST_OPERATION: 'apply' } } }],
      depends_on,
    });
    const others = { source: carrier('demo/source', []), gate: { depends_on: ['terraform_data.source'], input: 1 } };
    const text = stackWith({ plan: '${terraform_data.gate.id}' }, {}, others);
    expect(takeInStack(text, 'cdk.tf.json').requests[0]?.after).toEqual(['demo/source']);
  });

  test('carries the findings that were accepted on it and above it', () => {
    const own = {
      rule: 'recovery/newest-backup-is-older',
      reason: 'rehearsal',
      scope: 'demo/team',
      until: '2026-12-31T18:00:00Z',
    };
    const beside = { rule: 'x/y', reason: 'z', scope: 'demo/tea' };
    const text = stackWith({}, { '//': { forkcast: { acknowledgements: [own, beside] } } });
    expect(takeInStack(text, 'cdk.tf.json').requests[0]?.acknowledgements).toEqual([
      { ruleId: own.rule, reason: 'rehearsal', scope: 'demo/team', until: Date.UTC(2026, 11, 31, 18) },
    ]);
  });

  test('that is no fork has no source, also when its fork key is empty', () => {
    const [request] = takeInStack(stackWith({ user_config: { service_to_fork_from: '' } }), 'cdk.tf.json').requests;
    expect(request?.source).toEqual({ kind: 'none' });
  });

  test('whose settings are one expression may be a fork', () => {
    const [request] = takeInStack(stackWith({ user_config: '${var.settings}' }), 'cdk.tf.json').requests;
    expect(request?.source).toEqual({ kind: 'literal' });
    expect(request?.userConfig['service_to_fork_from']?.known).toBe(false);
  });
});

describe('what is no synth output', () => {
  test.each([
    ['nothing there', {}, 'out: it is no synth output'],
    ['no JSON', { out: '{' }, 'out: it is no JSON'],
    ['another JSON', { out: '{"name":"x"}' }, "it has neither 'terraform' nor 'resource'"],
    ['a list', { out: '[]' }, 'out: it is no synth output (the file: expected object, got [])'],
    ['another manifest', { 'out/manifest.json': '{}' }, 'out/manifest.json: it is no manifest'],
    [
      'a manifest without its stack',
      { 'out/manifest.json': '{"stacks":{"demo":{"synthesizedStackPath":"stacks/demo/cdk.tf.json"}}}' },
      'out/manifest.json, at stacks.demo: the file stacks/demo/cdk.tf.json is missing',
    ],
    [
      'a damaged service',
      { out: stackWith({ plan: 4 }) },
      'out, at resource.terraform_data.fork.triggers_replace.plan: a text is expected, got 4',
    ],
    [
      'a service without a project',
      { out: stackWith({ project: null }) },
      'triggers_replace.project: a text is expected, got nothing',
    ],
    [
      'a service with a wish that there is not',
      { out: stackWith({ from: 'tertiary' }) },
      'primary or secondary is expected, got "tertiary"',
    ],
    [
      'a service without fields',
      { out: stackWith({}, { triggers_replace: 'x' }) },
      'the fields of a service are expected',
    ],
  ])('%s is told with file and place', (_what, files, message) => {
    const read = () => readSynthOutput(filesOf(files), 'out');
    expect(read).toThrow(IntakeError);
    expect(read).toThrow(message);
  });

  test('a stack without services has none to judge', () => {
    expect(
      takeInStack('{"terraform":{},"resource":{"null_resource":{"other":{"triggers":{}}}}}', 'cdk.tf.json').requests,
    ).toEqual([]);
  });
});

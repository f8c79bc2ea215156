import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Testing } from 'cdktf';
import { Service } from '../../src/constructs';
import { defaultCatalogue, type JsonObject, type ServiceRequest, type Severity } from '../../src/domain';
import { readInputs, readSynthOutput } from '../../src/intake';
import { reviewOf } from '../../src/rules';
import { aStack, noWorld } from '../constructs/an-app';
import { engine, whenTerraform } from './workshop';

type Declare = (stack: ReturnType<typeof aStack>) => void;

const read = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
};

/** A working directory of Terraform whose services are made by a program that does nothing. */
class Desk {
  readonly folder = mkdtempSync(join(tmpdir(), 'forkcast-plan-'));
  private readonly entry = join(this.folder, 'entry.js');

  constructor() {
    writeFileSync(this.entry, '');
  }

  declare(declare: Declare): void {
    const app = Testing.app();
    declare(aStack(app, 'demo', undefined, {}, { ...noWorld, entry: this.entry }));
    app.synth();
    const stack: JsonObject = JSON.parse(readFileSync(join(app.outdir, 'stacks/demo/cdk.tf.json'), 'utf8'));
    // Without the backend of the stack, the state stays in this folder.
    writeFileSync(join(this.folder, 'cdk.tf.json'), JSON.stringify({ ...stack, terraform: {} }));
    this.terraform('init', '-input=false');
  }

  plan(): readonly ServiceRequest[] {
    this.terraform('plan', '-input=false', '-out=plan.out');
    return this.shown('plan.json', 'plan.out');
  }

  apply(): void {
    this.terraform('apply', '-input=false', '-auto-approve');
  }

  state(): readonly ServiceRequest[] {
    return this.shown('state.json');
  }

  private shown(file: string, ...plan: readonly string[]): readonly ServiceRequest[] {
    const path = join(this.folder, file);
    writeFileSync(path, this.terraform('show', '-json', ...plan));
    return readInputs(read, [path]);
  }

  private terraform(...args: readonly string[]): string {
    const env = { ...process.env, CHECKPOINT_DISABLE: '1', TF_IN_AUTOMATION: '1' };
    const ran = spawnSync(engine, [...args], { cwd: this.folder, encoding: 'utf8', env });
    expect([args[0], ran.status, ran.status === 0 ? '' : ran.stderr]).toEqual([args[0], 0, '']);
    return ran.stdout;
  }
}

const declared =
  (time: string, { protectedFork = false } = {}): Declare =>
  (stack) => {
    const source = new Service(stack, 'source', {
      serviceType: 'pg',
      serviceName: 'source-pg',
      plan: 'business-4',
      cloudName: 'google-europe-west1',
      tags: { note: 'braces ${HOME} %{if} "q"' },
    });
    source.fork('fork', {
      serviceName: 'pg-fork',
      cloudName: 'aws-eu-central-1',
      recovery: { time },
      terminationProtection: protectedFork,
    });
  };

const kindsOf = (requests: readonly ServiceRequest[]): Readonly<Record<string, string>> =>
  Object.fromEntries(requests.map(({ address, change }) => [address, change?.kind ?? 'none']));

const findingsOf = (requests: readonly ServiceRequest[], asked: Severity): readonly string[] =>
  reviewOf(requests, { facts: undefined, catalogue: defaultCatalogue })
    .findings.filter(({ severity }) => severity === asked)
    .map(({ ruleId, address }) => `${ruleId} at ${address}`);

const errorsOf = (requests: readonly ServiceRequest[]) => findingsOf(requests, 'error');

whenTerraform("plans of Forkcast's own stacks", () => {
  const desk = new Desk();
  afterAll(() => rmSync(desk.folder, { recursive: true, force: true }));

  test('a plan says of every service what the synth output says, and what will be done', () => {
    desk.declare(declared('2026-11-19T12:00:00Z'));
    const planned = desk.plan();
    expect(kindsOf(planned)).toEqual({ 'demo/source': 'create', 'demo/fork': 'create' });
    const synthesized = readSynthOutput(read, desk.folder);
    const bare = (requests: readonly ServiceRequest[]) =>
      [...requests]
        .map(({ change: _change, ...request }) => request)
        .sort((left, right) => (left.address < right.address ? -1 : 1));
    expect(bare(planned)).toEqual(bare(synthesized));
    const both = readInputs(read, [desk.folder, join(desk.folder, 'plan.json')]);
    expect(kindsOf(both)).toEqual(kindsOf(planned));
    expect(both).toHaveLength(2);
  });

  test('after the apply everything is kept', () => {
    desk.apply();
    expect(kindsOf(desk.plan())).toEqual({ 'demo/source': 'no-op', 'demo/fork': 'no-op' });
    expect(kindsOf(desk.state())).toEqual({ 'demo/source': 'no-op', 'demo/fork': 'no-op' });
    expect(errorsOf(desk.plan())).toEqual([]);
  });

  test('another recovery time is an update of the settings, which the rules refuse', () => {
    desk.declare(declared('2026-11-18T12:00:00Z'));
    const planned = desk.plan();
    expect(kindsOf(planned)).toEqual({ 'demo/source': 'no-op', 'demo/fork': 'update' });
    expect(errorsOf(planned)).toEqual(['lifecycle/fork-key-changed at demo/fork']);
  });

  test('a source that leaves the configuration while it is forked again stays, since no command ends it', () => {
    desk.declare((stack) => {
      new Service(stack, 'copy', {
        serviceName: 'pg-copy',
        serviceType: 'pg',
        plan: 'business-4',
        cloudName: 'aws-eu-central-1',
        userConfig: { serviceToForkFrom: 'source-pg' },
      });
    });
    const planned = desk.plan();
    expect(kindsOf(planned)).toEqual({ 'demo/source': 'read', 'demo/fork': 'read', 'demo/copy': 'create' });
    expect(errorsOf(planned)).toEqual([]);
  });

  test('a new name replaces the service where the construct says so', () => {
    desk.declare((stack) => {
      new Service(stack, 'source', {
        serviceType: 'pg',
        serviceName: 'orders-pg',
        plan: 'business-4',
        onForkChange: 'replace',
      });
    });
    expect(kindsOf(desk.plan())).toEqual({ 'demo/source': 'replace', 'demo/fork': 'read' });
    expect(errorsOf(desk.plan())).toEqual([]);
    expect(findingsOf(desk.plan(), 'warning')).toContain('lifecycle/destroyed-and-remade at demo/source');
  });
});

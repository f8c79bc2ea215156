import { join } from 'node:path';
import { openEmbeddedRegistry } from '../../src/registry/embedded';
import { withProvider } from './provider-twin';
import { inWorkshop, whenTerraform, type Workshop } from './workshop';

/** The legal examples: the fork that each makes, and its source. */
export const legalExamples = [
  ['cross-region-fork', 'pg-fork', 'demo/source-pg'],
  ['point-in-time', 'orders-before-accident', 'shop-production/orders-pg'],
  ['named-backup', 'logs-os-audit', 'demo/logs-os'],
  ['secondary-region', 'billing-pg-recovered', 'demo/billing-pg'],
  ['upgrade-rehearsal', 'crm-pg-rehearsal', 'demo/crm-pg'],
  ['rename-by-fork', 'customers-pg', 'demo/pg-test-2'],
  ['source-and-fork-in-one-plan', 'tenant-1-mysql', 'demo/template-mysql'],
] as const;

type Command = 'deploy' | 'diff' | 'destroy';
type Env = Readonly<Record<string, string>>;

/** Who carries a command out: the CLI of the toolkit, or terraform alone. */
export type Carrier = (
  workshop: Workshop,
  command: Command,
  env?: Env,
) => { readonly code: number | null; readonly text: string };

/** The same, of one example. */
export type Carry = (command: Command) => ReturnType<Carrier>;

/** `cdktf COMMAND`, with more words if wanted. */
export const byCdktf =
  (...more: readonly string[]): Carrier =>
  (workshop, command, env) =>
    workshop.cdktf([command, ...(command === 'diff' ? [] : ['--auto-approve']), ...more], env);

const ofTerraform = { deploy: 'apply', diff: 'plan', destroy: 'destroy' } as const;

/** What `cdktf COMMAND` has the app and terraform do. */
export const byTerraform: Carrier = (workshop, command, env) => workshop.terraform(ofTerraform[command], env);

/** What the registry holds of the project, read by this process: a command would start a program for it. */
const held = ({ folder }: Workshop): string => {
  const path = join(folder, '.forkcast/registry.db');
  const registry = openEmbeddedRegistry({ path, wallClock: { now: () => Date.now() } });
  const services = JSON.stringify(registry.services('demo'));
  registry.close();
  return services;
};

/** The example is deployed, has nothing left to do, and is destroyed. */
export const livesAndEnds = (
  workshop: Workshop,
  carry: Carry,
  [fork, source]: readonly [fork: string, source: string],
): void => {
  const before = held(workshop);
  expect(carry('deploy')).toMatchObject({ code: 0 });
  expect(workshop.services()).toMatch(new RegExp(`^${fork} .* RUNNING .* ${source}$`, 'm'));
  expect(carry('diff').text).toContain('No changes');
  expect(carry('destroy')).toMatchObject({ code: 0 });
  expect(held(workshop)).toBe(before);
};

/** The example is deployed through the provider, has nothing left to do, and is destroyed. */
export const livesThroughProvider = (
  carrier: Carrier,
  [example, fork, source]: readonly [example: string, fork: string, source: string],
): void =>
  inWorkshop(example, (workshop) => {
    const env = withProvider(workshop);
    const carry: Carry = (command) => {
      const ran = carrier(workshop, command, env);
      if (command === 'deploy') expect(ran.text).toMatch(/forkcast_service\.\w+.*Creation complete/);
      return ran;
    };
    livesAndEnds(workshop, carry, [fork, source]);
  });

/** The examples and what they are to show, carried out by somebody. */
export const examplesLive = (carry: Carrier): void => {
  whenTerraform('a legal example is deployed, has nothing left to do, and is destroyed', () => {
    test.each(legalExamples)('%s', (example, fork, source) => {
      inWorkshop(example, (workshop) => livesAndEnds(workshop, (command) => carry(workshop, command), [fork, source]));
    });
  });

  whenTerraform('the life of a fork', () => {
    test('upgrade-rehearsal, whose second deploy upgrades the fork and keeps it', () => {
      inWorkshop('upgrade-rehearsal', (workshop) => {
        const versionOf = (service: string): string =>
          /"pg_version": "(\d+)"/.exec(
            workshop.forkcast('service', 'get', service, '--project', 'demo', '--format', 'json').text,
          )?.[1] ?? '';
        expect(carry(workshop, 'deploy')).toMatchObject({ code: 0 });
        expect(versionOf('crm-pg-rehearsal')).toBe('16');
        expect(carry(workshop, 'deploy', { REHEARSE: '17' }).text).toMatch(/updated? in-?place/);
        expect(versionOf('crm-pg-rehearsal')).toBe('17');
        expect(versionOf('crm-pg')).toBe('16');
      });
    });

    test('a fork that exists is not judged again: after 40 days, its source gone, there is nothing to do', () => {
      inWorkshop('cross-region-fork', (workshop) => {
        expect(carry(workshop, 'deploy')).toMatchObject({ code: 0 });
        expect(workshop.forkcast('registry', 'advance', '40d')).toMatchObject({ code: 0 });
        expect(workshop.forkcast('service', 'terminate', 'source-pg', '--project', 'demo', '--force')).toMatchObject({
          code: 0,
        });
        expect(workshop.synth()).toMatchObject({ code: 0 });
        expect(carry(workshop, 'diff').text).toContain('No changes');
      });
    });
  });
};

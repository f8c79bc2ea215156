import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { terraformIn, withProvider } from './provider-twin';
import { inWorkshop, whenTerraform } from './workshop';

/** A bad request: what differs from a good one, and the rule that foretells its refusal. */
interface Bad {
  readonly rule: string;
  readonly plan?: string;
  readonly cloud_name?: string;
  readonly service_type?: string;
  readonly disk_space_mb?: number;
  readonly user_config?: Readonly<Record<string, string>>;
}

/** What the configuration and the catalogue tell, before a registry is asked. */
const badByThemselves: Readonly<Record<string, Bad>> = {
  time: { rule: 'recovery/target-time-invalid', user_config: { recovery_target_time: 'yesterday' } },
  source: { rule: 'naming/invalid-source-name', user_config: { service_to_fork_from: 'Orders DB' } },
  plan: { rule: 'sizing/plan-unknown', plan: 'buisness-4' },
  cloud: { rule: 'placement/cloud-unknown', cloud_name: 'europe-west1' },
  kafka: { rule: 'source/type-not-forkable', service_type: 'kafka' },
  disk: { rule: 'sizing/disk-not-orderable', disk_space_mb: 10_240 },
  region: {
    rule: 'placement/backup-region-unknown',
    user_config: { additional_backup_regions: 'google-europe-west99' },
  },
};

const badByFacts: Readonly<Record<string, Bad>> = {
  unknown: { rule: 'source/not-found', user_config: { service_to_fork_from: 'sorce-pg' } },
  future: { rule: 'recovery/target-time-in-future', user_config: { recovery_target_time: '2030-01-01T00:00:00Z' } },
  before: { rule: 'recovery/target-time-before-window', user_config: { recovery_target_time: '2020-01-01T00:00:00Z' } },
  mysql: { rule: 'source/type-mismatch', service_type: 'mysql' },
  version: { rule: 'sizing/version-differs', user_config: { pg_version: '13' } },
};

const good = { project: 'demo', service_type: 'pg', plan: 'business-4', cloud_name: 'google-europe-west1' };

const written = (key: string, value: string | number): string =>
  `${key} = ${key === 'additional_backup_regions' ? JSON.stringify([value]) : JSON.stringify(value)}`;

const blockOf = (name: string, { rule: _, user_config: settings, ...fields }: Bad): string => {
  const attributes = Object.entries({ service_name: `bad-${name}`, ...good, ...fields });
  const config = Object.entries({ service_to_fork_from: 'source-pg', ...settings });
  const lines = (entries: readonly (readonly [string, string | number])[]): string =>
    entries.map(([key, value]) => `  ${written(key, value)}\n`).join('');
  return `resource "forkcast_service" "${name}" {\n${lines(attributes)}  user_config {\n${lines(config)}  }\n}\n`;
};

const provider = `terraform {
  required_providers {
    forkcast = {
      source = "terraform.local/forkcast/forkcast"
    }
  }
}
provider "forkcast" {}
`;

/** The rules of the errors in what Terraform prints, by the name of the block. */
const rulesIn = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    text.split('Error: ').flatMap((part) => {
      const [, name] = /with forkcast_service\.(\w+),/.exec(part) ?? [];
      const [, rule] = /forkcast explain ([a-z/-]+)/.exec(part) ?? [];
      return name === undefined || rule === undefined ? [] : [[name, rule] as const];
    }),
  );

whenTerraform("the plan of Forkcast's provider refuses what other doors refuse", () => {
  test('twelve bad requests, each by its rule, and the command line by the same', () => {
    inWorkshop('cross-region-fork', (workshop) => {
      const env = withProvider(workshop);
      const terraform = (...words: readonly string[]) => terraformIn(workshop.folder, env, ...words);
      const planned = (bad: Readonly<Record<string, Bad>>) => {
        const blocks = Object.entries(bad).map(([name, one]) => blockOf(name, one));
        writeFileSync(join(workshop.folder, 'main.tf'), provider + blocks.join(''));
        expect(terraform('init', '-input=false')).toMatchObject({ code: 0 });
        const { code, text } = terraform('plan', '-no-color', '-input=false');
        return { code, rules: rulesIn(text) };
      };
      for (const bad of [badByThemselves, badByFacts]) {
        const rules = Object.fromEntries(Object.entries(bad).map(([name, { rule }]) => [name, rule] as const));
        expect(planned(bad)).toEqual({ code: 1, rules });
        for (const [name, { rule, user_config: settings = {}, ...fields }] of Object.entries(bad)) {
          const { project, service_type: type, plan, cloud_name: cloud } = { ...good, ...fields };
          const keys = Object.entries({ service_to_fork_from: 'source-pg', ...settings });
          const { code, text } = workshop.forkcast(
            ...['service', 'create', `bad-${name}`, '--project', project, '-t', type, '-p', plan, '--cloud', cloud],
            ...(fields.disk_space_mb === undefined ? [] : ['--disk-space-gib', String(fields.disk_space_mb / 1024)]),
            ...keys.flatMap(([key, value]) => [
              '-c',
              `${key}=${key === 'additional_backup_regions' ? JSON.stringify([value]) : value}`,
            ]),
          );
          expect([name, code, text]).toEqual([name, 1, expect.stringContaining(`forkcast explain ${rule}`)]);
        }
      }
    });
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { aCreate } from '../../registry/world';
import { aServer, type Server } from '../a-server';
import type { AvnRequest } from './client';

interface Recorded {
  readonly title: string;
  readonly command: string;
  readonly requests: readonly (AvnRequest & { readonly status?: number })[];
  readonly needs?: Readonly<Record<string, readonly string[]>>;
  readonly notNull?: Readonly<Record<string, readonly string[]>>;
}

/** What the vendor's command line asked for, command by command. */
export const recorded = JSON.parse(readFileSync(join(__dirname, 'exchanges.json'), 'utf8')) as readonly Recorded[];

/** A registry in which every recorded command finds what it names. */
export const prepared = (): Server & {
  readonly secret: string;
  readonly fill: (text: string) => string;
  readonly fillCommand: (command: string) => string;
} => {
  const served = aServer();
  const { world } = served;
  const service = 'src';
  world.run(
    aCreate({ service }),
    { type: 'CreateUser', project: 'demo', service, username: 'u19' },
    { type: 'CreateDatabase', project: 'demo', service, database: 'd200' },
    {
      ...{ type: 'CreatePool', project: 'demo', service, pool: 'q4', database: 'defaultdb', username: 'avnadmin' },
      ...{ poolSize: 10, poolMode: 'transaction' },
    },
    aCreate({ service: 'src2', plan: 'business-8', cloud: 'aws-eu-west-1', userConfig: { backup_hour: 3 } }),
    aCreate({ service: 't306', plan: 'startup-4' }),
    {
      type: 'CreateEndpoint',
      project: 'demo',
      name: 'watch',
      endpointType: 'datadog',
      userConfig: { datadog_api_key: 'f00d' },
    },
    { type: 'AdvanceClock', byMs: Date.parse('2026-11-20T10:00:00Z') - world.now() },
  );
  const made = (command: Parameters<typeof world.registry.execute>[0]): string => {
    const outcome = world.registry.execute(command);
    return outcome.kind === 'accepted' ? (outcome.id ?? '') : '';
  };
  const task = made({ type: 'CheckUpgrade', project: 'demo', service, targetVersion: '18' });
  const integration = made({
    type: 'CreateIntegration',
    project: 'demo',
    integration: { integrationType: 'logs', sourceService: service, destinationService: 'src2' },
  });
  const fill = (text: string) =>
    text
      .replace(/task\/<uuid>/, `task/${task}`)
      .replace('<uuid>', integration)
      .replace('a225a4e9d21c', 'acme');
  const fillCommand = (command: string) =>
    command.replace('--task-id <uuid>', `--task-id ${task}`).replace('<uuid>', integration);
  return { ...served, secret: served.token('admin'), fill, fillCommand };
};

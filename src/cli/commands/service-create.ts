import { readAll, type Given } from '../inputs';
import type { SentTo, ServiceBody } from '../../api';
import { given, minuteMs, serviceTypes, type JsonObject } from '../../domain';
import type { CommandDefinition, Context, Result } from '../command';
import { done, reach } from '../command';
import { OtherTypeError, UsageError } from '../errors';
import { forkExtension } from '../fork-extension';
import type { Inputs } from '../inputs';
import { maintenanceInputs, readMaintenance } from '../maintenance-inputs';
import { meantText } from '../meant-time';
import { parseSettings, parseTags } from '../settings';
import { warnOfZone } from '../zone-warning';
import { awaitRunning } from '../await-running';
import { serviceText, shownService } from '../show/service';

const createTimeoutMs = 20 * minuteMs;

/** `forkcast service create`, with the flags of the vendor's command. */
export const serviceCreate: CommandDefinition = {
  name: 'service create',
  summary: 'create a service, or fork one',
  about:
    'A fork is a create with --service-to-fork-from. With no recovery flag it starts from the newest base ' +
    'backup, which can be a day old; --latest-transaction and --recovery-target-time say how far to go.',
  examples: {
    'forkcast service create orders -t pg -p business-4 --cloud google-europe-west1': 'a new PostgreSQL',
    ['forkcast service create orders-fork -t pg -p business-4 --cloud aws-eu-central-1 --service-to-fork-from ' +
    'orders --recovery-target-time 2026-11-19T12:00:00Z --wait']: 'a fork of it in another cloud, as it was then',
    'forkcast service create search -t opensearch:business-4 -c \'additional_backup_regions=["google-europe-west4"]\'':
      'settings are KEY=VALUE, read by the type’s list of keys',
  },
  place: 'project',
  declare: (inputs) => {
    const name = inputs.argument('name', 'the name of the new service');
    const flags = createInputs(inputs);
    const forkFlags = forkInputs(inputs);
    const failsIfExists = inputs.negatedFlag('--no-fail-if-exists', 'a service of this name is no failure');
    const waits = inputs.flag('--wait', 'until it is RUNNING');
    return async (context) => {
      const { project, client } = await reach(context);
      const [wanted, forked] = [readAll(flags), readAll(forkFlags)];
      const [type = '', planOfType] = wanted.type.split(':');
      const plan = wanted.plan ?? planOfType;
      if (planOfType !== undefined && plan !== planOfType) {
        throw new UsageError(`The plan is given twice: ${planOfType} in -t, ${plan} in -p. Keep one of them.`);
      }
      if (plan === undefined && forked.from !== 'secondary') {
        throw new UsageError(
          'The plan is missing: -p business-4, or -t TYPE:PLAN. Only --from secondary takes its source’s without.',
        );
      }
      const time = await meantText(context, forked.time);
      const settings = parseSettings(type, wanted.settings);
      const body = buildBody(name(), { type, plan, settings }, wanted, { ...forked, time });
      warnOfZone(context, body.user_config?.['recovery_target_time']);
      try {
        const service = await client.createService(project, body);
        const id = { project, service: name() };
        const made = waits()
          ? await awaitRunning(context, client, { id, service, timeoutMs: createTimeoutMs })
          : service;
        return madeResult(project, made, 'created');
      } catch (error) {
        if (failsIfExists() || !(await isTaken(error))) throw error;
        const existing = await client.getService(project, name());
        if (existing === undefined) throw error;
        return existingResult(context, project, existing, type);
      }
    };
  },
};

const createInputs = (inputs: Inputs) => ({
  type: inputs.requiredText('-t, --service-type <type>', 'the service type, or TYPE:PLAN'),
  plan: inputs.text('-p, --plan <plan>', "the plan (default with --from secondary: the source's)"),
  cloud: inputs.text(
    '--cloud <cloud>',
    "the cloud region (default: the project's; with --from secondary, the copies')",
  ),
  diskGib: inputs.count('--disk-space-gib <gib>', "the disk (default: the plan's)"),
  settings: inputs.textList('-c <key=value>', 'a setting of user_config; repeat it'),
  tags: inputs.textList('--tag <key=value>', 'a tag; repeat it'),
  protected: inputs.flag('--enable-termination-protection', 'it cannot be terminated or powered off by mistake'),
  ...maintenanceInputs(inputs),
  vpc: inputs.text('--project-vpc-id <id>', 'the VPC to put it into'),
  staticIps: inputs.textList('--static-ip <id>', 'a static address; repeat it'),
});

const forkInputs = (inputs: Inputs) => ({
  source: inputs.text('--service-to-fork-from <service>', 'make a fork of this service'),
  replicaOf: inputs.text('--read-replica-for <service>', 'make a read replica of this service, not a fork (pg)'),
  project: inputs.text('--project-to-fork-from <project>', 'the project of the source (default: its own)'),
  time: inputs.text('--recovery-target-time <time>', 'restore the state of this instant (pg, mysql)'),
  backup: inputs.text('--recovery-basebackup-name <name>', 'restore this backup (the other types)'),
  latestTransaction: inputs.flag(
    '--latest-transaction',
    'restore all that was written, as far as the location holds it (pg, mysql)',
  ),
  from: inputs.choice('--from <location>', 'insist on this backup location', ['primary', 'secondary']),
});

type Forked = Given<ReturnType<typeof forkInputs>>;

const buildBody = (
  name: string,
  { type, plan, settings }: { readonly type: string; readonly plan: string | undefined; readonly settings: JsonObject },
  wanted: Given<ReturnType<typeof createInputs>>,
  forked: Forked,
): SentTo<'ServiceCreate'> => {
  checkOnePoint(forked);
  const { source, replicaOf } = forked;
  if (source !== undefined && replicaOf !== undefined) {
    throw new UsageError(
      `A service follows ${replicaOf} or starts from a backup of ${source}: keep --read-replica-for or --service-to-fork-from.`,
    );
  }
  if (replicaOf !== undefined) checkReplica(replicaOf, type);
  const { cloud, diskGib, vpc, staticIps } = wanted;
  const forkKeys = given({
    service_to_fork_from: source ?? replicaOf,
    pg_read_replica: replicaOf === undefined ? undefined : true,
    project_to_fork_from: forked.project,
    recovery_target_time: forked.time,
    recovery_basebackup_name: forked.backup,
  });
  return {
    service_name: name,
    service_type: type,
    ...given({ plan, cloud, disk_space_mb: diskGib && diskGib * 1024 }),
    user_config: { ...settings, ...forkKeys },
    termination_protection: wanted.protected,
    tags: parseTags(wanted.tags),
    ...readMaintenance(wanted),
    ...given({ project_vpc_id: vpc, static_ips: staticIps.length === 0 ? undefined : staticIps }),
    ...forkExtension({ from: forked.from, latest: forked.latestTransaction }),
  };
};

/** One recovery point is asked for at most. @throws UsageError */
export const checkOnePoint = ({
  latestTransaction,
  time,
  backup,
}: Pick<Forked, 'latestTransaction' | 'time' | 'backup'>) => {
  if (latestTransaction && (time !== undefined || backup !== undefined))
    throw new UsageError(
      '--latest-transaction, --recovery-target-time and --recovery-basebackup-name exclude each other.',
    );
};

/** @throws UsageError in the words of the flag, for which the registry has none */
const checkReplica = (followed: string, type: string): void => {
  if (followed === '')
    throw new UsageError('--read-replica-for is empty: name the service that the replica follows, such as orders.');
  const able = serviceTypes.filter(({ userConfig }) => userConfig.some(({ key }) => key === 'pg_read_replica'));
  const names = able.map(({ name }) => name);
  if (!names.includes(type))
    throw new UsageError(`--read-replica-for makes a service of type ${names.join(' or ')} alone; got -t ${type}.`);
};

const isTaken = async (error: unknown): Promise<boolean> => {
  const { isRefused } = await import('../../api/index.js');
  return isRefused(error, 409);
};

/** What a command says of a service that it made or changed. */
export const madeResult = (project: string, service: ServiceBody, what: string): Result =>
  done(`${what} ${project}/${service.service_name}\n\n${serviceText(service, { verbose: false })}`, {
    project,
    action: what,
    service: shownService(service),
  });

/** A script that goes on with another engine than it asked for would break later, and elsewhere. */
const existingResult = ({ log }: Context, project: string, service: ServiceBody, type: string): Result => {
  const { service_name: name, service_type: existing } = service;
  if (existing !== type) throw new OtherTypeError(`${project}/${name}`, { existing, asked: type });
  log(`${project}/${service.service_name} is there already; it was left as it is`);
  return madeResult(project, service, 'kept');
};

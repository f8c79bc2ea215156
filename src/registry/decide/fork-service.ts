import { given, toRfc3339 } from '../../domain';
import type { JsonObject, Manifest, Plan, ServiceType } from '../../domain';
import { returnedSince } from '../access-history';
import type { CreateService } from '../commands';
import { deepestLineage } from '../contents';
import { copiedSettings } from '../digest';
import { instanceKey, projectStream } from '../events';
import type { NewService } from '../events';
import { mergeConfig } from '../evolve-service';
import { grantNames } from '../role-grants';
import { sizeMbAt } from '../schedule/size';
import type { ServiceState } from '../state';
import { firstObjection, refuse } from './decision';
import type { DecideContext, Objection, Refused } from './decision';
import type { ForkAsked } from './fork-request';
import { checkForkSource, findForkSource } from './fork-source';
import { makeManifest } from './manifest';
import { resolveRecoveryPoint } from './recovery-point';

/** A create that asks for a fork, its place settled. */
interface ForkOrder {
  readonly command: CreateService;
  readonly asked: ForkAsked;
  readonly type: ServiceType;
  readonly plan: Plan;
  readonly cloud: string;
}

/** What the source adds to the event of a fork. */
type ForkParts = Pick<
  Extract<NewService, { type: 'ServiceForked' }>,
  'source' | 'manifest' | 'userConfig' | 'databases' | 'users' | 'pools' | 'roles' | 'sizeMb' | 'tags'
>;

/**
 * The parts of a fork that come from its source at the recovery point; `userConfig`: settings of the request, sealed.
 * Order of checks after the source's own: recovery point, version, variant, disk, depth. Writing it takes the same time however
 * many rows the source holds.
 */
export const decideFork = (
  context: DecideContext,
  order: ForkOrder,
  userConfig: JsonObject,
): Refused | { readonly kind: 'forked'; readonly parts: ForkParts } => {
  const { command, asked, type } = order;
  const found = findForkSource(context, command, asked, type);
  if (found.kind === 'refused') return found;
  const { source } = found;
  const unfit = checkForkSource(source, type, order.plan);
  if (unfit !== undefined) return unfit;
  const answer = resolveRecoveryPoint(context, { asked, source, type, plan: order.plan.name, cloud: order.cloud });
  if (answer.kind === 'refused') return answer;
  const { point } = answer;
  const sourcePosition = context.streamVersion(projectStream(source.project));
  const then =
    context.stateAt({ instance: instanceKey(source), untilAt: point.at, untilVersion: sourcePosition }) ?? source;
  const objection = firstObjection(
    () => checkKept(type, then, userConfig),
    () => checkDisk(order, point.backup.dataSizeMb),
    () => checkDepth(source),
  );
  if (objection !== undefined) return objection;
  return {
    kind: 'forked',
    parts: {
      source: {
        sourceProject: source.project,
        sourceService: source.service,
        sourceIncarnation: source.incarnation,
        recoveryPoint: point.at,
        backupName: point.backup.name,
        location: point.location,
        role: point.role,
        sourcePosition,
        depth: (source.fork?.depth ?? 0) + 1,
      },
      manifest: manifestFor(order, source, then),
      userConfig: mergeConfig(inheritedSettings(type, then), {
        ...userConfig,
        ...(asked.target.kind === 'latest-transaction' ? { recovery_target_time: toRfc3339(point.at) } : {}),
      }),
      databases: then.databases,
      users: then.users,
      pools: then.pools,
      ...given({ roles: then.roles }),
      sizeMb: sizeMbAt(source, point.at),
      tags: command.copyTags === true ? { ...source.tags, ...command.tags } : (command.tags ?? {}),
    },
  };
};

/** A type that replaced another one takes over the settings that it has itself; its oldest version reads the old engine's backups. */
const inheritedSettings = (type: ServiceType, { type: sourceType, userConfig }: ServiceState): JsonObject => {
  const copied = copiedSettings(type, userConfig);
  if (sourceType === type.name) return copied;
  const keys = new Set(type.userConfig.map(({ key }) => key));
  const [oldest] = type.versions;
  return {
    ...(type.versionKey === undefined || oldest === undefined ? {} : { [type.versionKey]: oldest.version }),
    ...Object.fromEntries(Object.entries(copied).filter(([key]) => keys.has(key))),
  };
};

const manifestFor = ({ command, type }: ForkOrder, source: ServiceState, then: ServiceState): Manifest =>
  makeManifest({
    type,
    settings: then.userConfig,
    databases: then.databases,
    users: then.users.map(({ username }) => username),
    pools: then.pools.map(({ pool }) => pool),
    roles: then.roles?.roles ?? [],
    grants: grantNames(then.roles),
    integrations: source.integrations.map(({ type: name, peer }) => `${name} ${peer}`),
    tags: Object.keys(source.tags),
    tagsCopied: command.copyTags === true,
    returned: returnedSince(then, source, { ownAddresses: command.userConfig['ip_filter'] !== undefined }),
  });

/** Version and variant are those of the data at the recovery point. @see documentation, pg-backups: full backups are version specific */
const checkKept = (type: ServiceType, then: ServiceState, asked: JsonObject): Objection => {
  const { versionKey } = type;
  const version = versionKey === undefined ? undefined : asked[versionKey];
  const held = versionKey === undefined ? undefined : then.userConfig[versionKey];
  if (type.forkKeepsMajorVersion && versionKey !== undefined && typeof version === 'string' && version !== held) {
    return refuse(
      'fork_version_mismatch',
      `${versionKey} is ${version}, but the backup is of version ${showText(held)}. ` +
        `Leave ${versionKey} out, and upgrade the fork afterwards.`,
      'fork',
    );
  }
  if (
    type.forkNotOlder === true &&
    typeof version === 'string' &&
    typeof held === 'string' &&
    precedes(version, held)
  ) {
    return refuse(
      'fork_version_mismatch',
      `${versionKey ?? 'version'} is ${version}, but the backup is of version ${held}, which an older engine cannot read. ` +
        `Leave ${versionKey ?? 'it'} out, or ask for ${held} or a newer version.`,
      'fork',
    );
  }
  const variant = showText(asked.variant ?? then.userConfig.variant ?? 'aiven');
  const heldVariant = showText(then.userConfig.variant ?? 'aiven');
  return variant === heldVariant
    ? undefined
    : refuse(
        'fork_variant_mismatch',
        `variant is ${variant}, but the source's is ${heldVariant}. Leave variant out.`,
        'fork',
      );
};

/** Whether a version comes before another one; one number alone stands for every version that begins with it. */
const precedes = (version: string, other: string): boolean => {
  const [numbers, others] = [version.split('.').map(Number), other.split('.').map(Number)];
  const at = numbers.findIndex((number, place) => number !== (others[place] ?? number));
  return at >= 0 && (numbers[at] ?? 0) < (others[at] ?? 0);
};

const showText = (value: unknown): string => (typeof value === 'string' ? value : String(value));

const checkDisk = ({ command, type, plan }: ForkOrder, sizeMb: number): Objection => {
  const diskMb = command.diskSpaceMb ?? plan.diskMb;
  return type.memoryBound || plan.diskMb === 0 || diskMb >= sizeMb
    ? undefined
    : refuse(
        'fork_disk_too_small',
        `The backup holds ${sizeMb} MB, the fork's disk ${diskMb} MB. Ask for a disk of at least ${sizeMb} MB, or choose a larger plan.`,
        'fork',
      );
};

const checkDepth = (source: ServiceState): Objection =>
  (source.fork?.depth ?? 0) < deepestLineage
    ? undefined
    : refuse(
        'operation_not_simulated',
        `Service ${source.service} has ${deepestLineage} ancestors, the most that are simulated. Fork one of them.`,
      );

import { given, hourMs, secondMs, toRfc3339, type EpochMs, type JsonObject, type ServiceId } from '../../domain';
import type { Command, TimingProfile } from '../commands';
import { storyInstantAt } from './story-instant';
import { parseReference } from '../reference';
import type { TimedCommand } from './timed-command';
import { pickChangeable } from './story-step';
import type { WorldService } from './world-file';

/** The end of a world and how long things take in it. */
export interface TimelineContext {
  readonly now: EpochMs;
  readonly profile: TimingProfile;
}

/** How long after its creation a service takes changes of its members: longer than it takes to be RUNNING. */
export const settleMs = { instant: 0, fast: 10 * secondMs, realistic: hourMs } as const;

/** The commands that make a service of a world and what it holds at first. */
export const serviceSteps = (
  entry: WorldService,
  index: number,
  { now, profile }: TimelineContext,
): readonly TimedCommand[] => {
  const step = `services.${index}`;
  const createdAt = storyInstantAt(entry.createdAt, now);
  const id = parseReference(entry.service);
  const settled = Math.min(now, createdAt + settleMs[profile]);
  const then = (command: Command): TimedCommand => ({ at: settled, step, command });
  return [
    { at: createdAt, step, command: createCommand(entry, id, now) },
    ...(entry.databases ?? []).map((database) => then({ type: 'CreateDatabase', ...id, database })),
    ...(entry.users ?? []).map((username) => then({ type: 'CreateUser', ...id, username })),
    ...(entry.pools ?? []).map((pool) =>
      then({
        type: 'CreatePool',
        ...id,
        pool: pool.name,
        database: pool.database,
        username: pool.username ?? null,
        poolSize: pool.size ?? 10,
        poolMode: pool.mode ?? 'transaction',
      }),
    ),
  ];
};

const createCommand = (entry: WorldService, id: ServiceId, now: EpochMs): Command => {
  const { dataSizeMb, tags, fork } = entry;
  return {
    type: 'CreateService',
    ...id,
    serviceType: entry.type,
    plan: entry.plan,
    ...pickChangeable(entry),
    userConfig: { ...entry.userConfig, ...forkKeys(fork, id, now) },
    ...given({ dataSizeMb, tags, from: fork?.from }),
  };
};

const forkKeys = (fork: WorldService['fork'], own: ServiceId, now: EpochMs): JsonObject => {
  if (fork === undefined) return {};
  const source = parseReference(fork.source);
  return {
    service_to_fork_from: source.service,
    ...(source.project === own.project ? {} : { project_to_fork_from: source.project }),
    ...(fork.at === undefined ? {} : { recovery_target_time: toRfc3339(storyInstantAt(fork.at, now)) }),
    ...(fork.backup === undefined ? {} : { recovery_basebackup_name: fork.backup }),
  };
};

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { RegistryClient, ServiceBody } from '../api';
import {
  megabytesWords,
  parseRestoreRuns,
  secondMs,
  serviceKey,
  toRfc3339,
  type Facts,
  type RestoreRun,
  type ServiceFacts,
  type ServiceId,
} from '../domain';
import type { Context } from './command';
import { FileUnreadableError } from './errors';
import { liveFacts } from './facts';
import { readText, writeText } from './files';

/** The recorded runs of a file. @throws FileUnreadableError */
export const readRuns = (cwd: string, file: string): readonly RestoreRun[] => {
  const result = parseRestoreRuns(readText(cwd, file));
  if (result.kind === 'read') return result.runs;
  throw new FileUnreadableError(resolve(cwd, file), result.why);
};

/**
 * Adds to a file how long a fork took from its creation until it was seen RUNNING, by the clock of its registry, and says so. `before`
 * is how it was found: of one that ran already nobody knows when it began to. Asks by GET alone.
 * @throws FileUnreadableError, FactSourceError
 */
export const recordRun = async (
  context: Context,
  client: RegistryClient,
  { id, before, file }: { readonly id: ServiceId; readonly before: ServiceBody; readonly file: string },
): Promise<void> => {
  const { cwd } = context.terminal;
  const refuse = (why: string): void => context.log(`note: nothing of ${serviceKey(id)} is recorded: ${why}`);
  const source = readSource(id, before);
  if (source === undefined) return refuse('it is no fork');
  if (before.state === 'RUNNING') return refuse('it ran already, and how long that took is not known');
  const earlier = existsSync(resolve(cwd, file)) ? readRuns(cwd, file) : [];
  const facts = await liveFacts(context, { only: [id, source] });
  const run = measureRun(facts, { id, source, simulated: await client.isSimulated() });
  if (run === undefined) return refuse(`which backup of ${serviceKey(source)} it was restored from is not known`);
  const text = `${JSON.stringify({ formatVersion: 1, runs: [...earlier, run] }, null, 2)}\n`;
  const path = writeText(cwd, file, text);
  context.log(`recorded: ${run.fork} took ${run.seconds} s for a backup of ${megabytesWords(run.backupMb)} (${path})`);
};

const readSource = ({ project }: ServiceId, { user_config: settings }: ServiceBody): ServiceId | undefined => {
  const { service_to_fork_from: service, project_to_fork_from: from } = settings;
  if (typeof service !== 'string' || service === '') return undefined;
  return { project: typeof from === 'string' && from !== '' ? from : project, service };
};

const measureRun = (
  facts: Facts,
  { id, source, simulated }: { readonly id: ServiceId; readonly source: ServiceId; readonly simulated: boolean },
): RestoreRun | undefined => {
  const [fork, origin] = [id, source].map((one) => facts.services.get(serviceKey(one)));
  const backup = fork && origin && findRestored(fork, origin);
  if (fork === undefined || backup === undefined) return undefined;
  return {
    fork: serviceKey(fork),
    source: serviceKey(source),
    type: fork.type,
    plan: fork.plan,
    cloud: fork.cloud,
    backupMb: backup.dataSizeMb,
    seconds: Math.max(1, Math.ceil((facts.now - fork.createdAt) / secondMs)),
    at: toRfc3339(fork.createdAt),
    registry: facts.origin,
    simulated,
  };
};

/** The backup that is named, or the newest before the instant that was asked for, or before the fork was made. */
const findRestored = ({ createdAt, userConfig, lineage }: ServiceFacts, { backups }: ServiceFacts) => {
  const { recovery_basebackup_name: named, recovery_target_time: time } = userConfig;
  const name = lineage?.backupName ?? named;
  if (typeof name === 'string' && name !== '') return backups.find((one) => one.name === name);
  const at = typeof time === 'string' && time !== '' ? Date.parse(time) : createdAt;
  return backups.filter(({ completedAt }) => completedAt <= at).at(-1);
};

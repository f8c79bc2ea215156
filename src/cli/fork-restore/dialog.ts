import type { Facts, RecoveryTarget, RecoveryWindow, ServiceFacts } from '../../domain';
import {
  instantSeen,
  instantWords,
  minuteMs,
  parseRecoveryTime,
  serviceKey,
  serviceNamePattern,
  serviceTypes,
  toRfc3339,
  nearestName,
} from '../../domain';
import type { Context } from '../command';
import { NoSuchServiceError, UsageError } from '../errors';
import { megabytesText } from '../show/size';
import { lossText } from '../show/time';
import type { Answers, BackupLocation } from './answers';
import { ask, choose } from './ask';

/** What flags have answered already. */
export interface Given {
  readonly source: string | undefined;
  readonly location: BackupLocation | undefined;
  readonly version: 'latest-transaction' | 'latest-backup' | undefined;
  readonly time: string | undefined;
  readonly backup: string | undefined;
  readonly name: string | undefined;
  readonly plan: string | undefined;
  readonly cloud: string | undefined;
}

type Asking = Pick<Context, 'terminal'>;

/**
 * The vendor's "Fork & restore" dialog: source, backup location, version, name, plan and cloud. Only what no flag answers
 * is asked; from the secondary location plan and cloud follow from the source.
 * @throws UsageError when an answer is missing or two contradict, NoSuchServiceError for the source
 */
export const askForAnswers = async (
  context: Asking,
  { project, facts, given }: { readonly project: string; readonly facts: Facts; readonly given: Given },
): Promise<Answers> => {
  const source = await askSource(context, { project, facts, given });
  const location = await askLocation(context, source, { given, facts });
  const target = await askTarget(context, source, { location, given, facts });
  const name = await askName(context, source, { facts, given });
  const secondary = location === 'secondary' ? source.backupRegion.cloud : null;
  const same = (value: string): string => value;
  const plan =
    given.plan ??
    (secondary === null
      ? await ask(context, {
          text: 'Plan',
          flag: '--plan',
          given: undefined,
          proposed: source.plan,
          show: same,
          read: same,
        })
      : source.plan);
  const cloud =
    given.cloud ??
    secondary ??
    (await ask(context, {
      text: 'Cloud',
      flag: '--cloud',
      given: undefined,
      proposed: source.cloud,
      show: same,
      read: same,
    }));
  return { project, source: source.service, type: source.type, location, target, fork: { name, plan, cloud } };
};

const askSource = async (
  context: Asking,
  { project, facts, given }: { readonly project: string; readonly facts: Facts; readonly given: Given },
): Promise<ServiceFacts> => {
  const services = [...facts.services.values()].filter((service) => service.project === project);
  const forkable = services.filter(({ type }) => serviceTypes.some((known) => known.name === type && known.forkable));
  if (given.source === undefined && forkable.length === 0) {
    throw new UsageError(`Project ${project} has no service that can be forked; name another with --project.`);
  }
  const name = await choose(context, {
    text: 'Source: the service to fork',
    flag: 'the name of the source, as the first word',
    given: given.source,
    proposed: undefined,
    choices: forkable.map((service) => ({
      value: service.service,
      about: `${service.type}, ${service.plan}, ${service.cloud}`,
    })),
  });
  const source = facts.services.get(serviceKey({ project, service: name }));
  if (source !== undefined) return source;
  throw new NoSuchServiceError(
    project,
    name,
    nearestName(
      name,
      services.map(({ service }) => service),
    ),
  );
};

const askLocation = async (
  context: Asking,
  source: ServiceFacts,
  { given, facts }: { readonly given: Given; readonly facts: Facts },
): Promise<BackupLocation | undefined> => {
  if (given.location !== undefined || source.backupRegion.cloud === null) return given.location;
  const { isPrimaryDown } = await import('../../rules/index.js');
  const chosen = await choose(context, {
    text: 'Backup location',
    flag: '--from',
    given: undefined,
    proposed: isPrimaryDown(source, facts) ? 'secondary' : 'primary',
    choices: (['primary', 'secondary'] as const).map((role) => {
      const window = findWindow(source, role);
      const where = window?.location ?? (role === 'primary' ? source.cloud : (source.backupRegion.cloud ?? ''));
      return { value: role, about: `${where}${rangeText(window)}` };
    }),
  });
  return chosen === 'secondary' ? 'secondary' : 'primary';
};

const askTarget = async (
  context: Asking,
  source: ServiceFacts,
  {
    location,
    given,
    facts,
  }: { readonly location: BackupLocation | undefined; readonly given: Given; readonly facts: Facts },
): Promise<RecoveryTarget> => {
  if ([given.version, given.time, given.backup].filter((answer) => answer !== undefined).length > 1) {
    throw new UsageError(
      '--latest-transaction, --latest-backup, --recovery-target-time and --recovery-basebackup-name exclude each other.',
    );
  }
  if (given.time !== undefined) return timeTarget(given.time);
  if (given.backup !== undefined) return { kind: 'backup', backupName: given.backup };
  if (given.version === 'latest-backup') return { kind: 'latest-backup' };
  if (given.version === 'latest-transaction') return { kind: 'latest-transaction' };
  const byTime = serviceTypes.find(({ name }) => name === source.type)?.recovery === 'point-in-time';
  return byTime ? askTime(context, source, { location, facts }) : askBackup(context, source, facts);
};

const askTime = async (
  context: Asking,
  source: ServiceFacts,
  { location, facts }: { readonly location: BackupLocation | undefined; readonly facts: Facts },
): Promise<RecoveryTarget> => {
  const { newestPoints } = await import('../../rules/index.js');
  const points = newestPoints({ facts }, source, { role: location ?? 'primary', now: facts.now });
  const aboutOf = (target: (typeof points)[number]['target'], otherwise: string): string => {
    const point = points.find((candidate) => candidate.target === target);
    if (point === undefined) return otherwise;
    const loss = point.lostMs === undefined ? '' : `, ${lossText(Math.ceil(point.lostMs / minuteMs))}`;
    return `${otherwise}, of ${instantSeen(point.at, facts.now)}${loss}`;
  };
  const version = await choose(context, {
    text: 'Backup version',
    flag: '--latest-transaction, --latest-backup or --recovery-target-time',
    given: undefined,
    proposed: 'latest',
    choices: [
      { value: 'latest', about: aboutOf('latest-transaction', 'the latest transaction') },
      { value: 'backup', about: aboutOf('latest-backup', 'the newest backup') },
      { value: 'time', about: `a point in time${rangeText(findWindow(source, location ?? 'primary'))}` },
    ],
  });
  if (version === 'latest') return { kind: 'latest-transaction' };
  if (version === 'backup') return { kind: 'latest-backup' };
  const text = await ask(context, {
    text: 'Point in time (ISO 8601)',
    flag: '--recovery-target-time',
    given: undefined,
    proposed: undefined,
    show: (value) => value,
    read: (answer) => (parseRecoveryTime(answer) ? answer : { wrong: 'A time is such as 2026-11-19T12:00:00Z.' }),
  });
  return timeTarget(text);
};

const timeTarget = (text: string): RecoveryTarget => {
  const time = parseRecoveryTime(text);
  if (time === undefined) {
    throw new UsageError(
      `'${text}' is not a time; a time is ISO 8601 of at most 32 characters, such as 2026-11-19T12:00:00Z.`,
    );
  }
  return { kind: 'time', time };
};

const backupsShown = 20;

const askBackup = async (context: Asking, source: ServiceFacts, { now }: Facts): Promise<RecoveryTarget> => {
  const newestFirst = [...source.backups].reverse().slice(0, backupsShown);
  const chosen = await choose(context, {
    text: 'Backup version',
    flag: '--latest-backup or --recovery-basebackup-name',
    given: undefined,
    proposed: 'latest',
    choices: [
      { value: 'latest', about: 'the newest backup' },
      ...newestFirst.map(({ name, completedAt, dataSizeMb }) => ({
        value: name,
        about: `${instantWords(completedAt, now)}, ${megabytesText(dataSizeMb)}`,
      })),
    ],
  });
  return chosen === 'latest' ? { kind: 'latest-backup' } : { kind: 'backup', backupName: chosen };
};

const askName = (
  context: Asking,
  source: ServiceFacts,
  { facts, given }: { readonly facts: Facts; readonly given: Given },
): Promise<string> =>
  ask(context, {
    text: 'Name of the new service',
    flag: '--name',
    given: given.name,
    proposed: freeName(source, facts),
    show: (value) => value,
    read: (answer) =>
      serviceNamePattern.test(answer)
        ? answer
        : { wrong: 'A name is a lower-case letter, then up to 63 lower-case letters, digits and hyphens.' },
  });

const namesTried = 100;

const freeName = ({ project, service }: ServiceFacts, facts: Facts): string | undefined =>
  Array.from({ length: namesTried }, (_, index) => `${service}-fork${index === 0 ? '' : `-${index + 1}`}`).find(
    (name) => name.length <= 64 && !facts.services.has(serviceKey({ project, service: name })),
  );

const findWindow = (source: ServiceFacts, role: BackupLocation): RecoveryWindow | undefined =>
  source.windows?.find((window) => window.role === role);

const rangeText = (window: RecoveryWindow | undefined): string => {
  if (window === undefined) return '';
  if (window.earliest === null) return ', nothing to restore yet';
  return `, from ${toRfc3339(window.earliest)} to ${window.latest === null ? 'now' : toRfc3339(window.latest)}`;
};

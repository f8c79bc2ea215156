import type { Facts, RecoveryTarget, RecoveryWindow, ServiceFacts } from '../../domain';
import {
  instantSeen,
  instantWords,
  megabytesWords,
  minuteMs,
  parseRecoveryTime,
  parseTimeSaid,
  timesSaid,
  serviceKey,
  serviceNamePattern,
  serviceTypes,
  toRfc3339,
  nearestName,
} from '../../domain';
import type { Context } from '../command';
import { NoSuchServiceError, UsageError } from '../errors';
import { meantTime } from '../meant-time';
import { lossText } from '../show/time';
import type { Answers, BackupLocation } from './answers';
import { ask, choose } from './ask';
import type { readGiven } from './given';

/** What an error says of one setting of the fork, as far as it is answered; undefined: nothing. */
export type FaultAt = (answers: Answers, attribute: string) => string | undefined;

/** Who is asked, about which project, by which facts, and what needs no question. */
interface Dialog extends Pick<Context, 'terminal' | 'reader' | 'log'> {
  readonly project: string;
  readonly facts: Facts;
  /** What flags have answered already. */
  readonly given: ReturnType<typeof readGiven>;
  readonly faultAt: FaultAt;
}

/** A check of one answer: what the rules have against it, beside the others. */
type Wrong<T> = (answer: T) => string | undefined;

/** An answer, or what is against it: then it is asked again. */
const unless = (wrong: string | undefined, answer: string): string | { readonly wrong: string } =>
  wrong === undefined ? answer : { wrong };

/**
 * The vendor's "Fork & restore" dialog: source, backup location, version, name, plan and cloud. Only what no flag answers
 * is asked; from the secondary location plan and cloud follow from the source. What the rules find an error in is asked again.
 * @throws UsageError when an answer is missing or two contradict, NoSuchServiceError for the source, CancelledError at Ctrl-C
 */
export const askForAnswers = async (dialog: Dialog): Promise<Answers> => {
  const { project, facts, given, faultAt } = dialog;
  const source = await askSource(dialog);
  const location = await askLocation(dialog, source);
  const secondary = location === 'secondary' ? source.backupRegion.cloud : null;
  const proposed = {
    name: given.name ?? freeName(source, facts) ?? source.service,
    plan: given.plan ?? source.plan,
    cloud: given.cloud ?? secondary ?? source.cloud,
  };
  const answersWith = (target: RecoveryTarget, fork: Partial<typeof proposed>): Answers => ({
    project,
    source: source.service,
    type: source.type,
    location,
    target,
    fork: { ...proposed, ...fork },
  });
  const wrongTime: Wrong<RecoveryTarget> = (asked) => faultAt(answersWith(asked, {}), timeAttribute);
  const target = await askTarget(dialog, source, { location, wrongTime });
  const name = await askName(dialog, source, (answer) =>
    faultAt(answersWith(target, { name: answer }), 'service_name'),
  );
  const askFor = (what: 'plan' | 'cloud', attributes: readonly string[]): Promise<string> =>
    ask(dialog, {
      text: what === 'plan' ? 'Plan' : 'Cloud',
      flag: `--${what}`,
      given: given[what] ?? (secondary === null ? undefined : proposed[what]),
      proposed: proposed[what],
      read: (answer) => {
        const answers = answersWith(target, { name, [what]: answer });
        return unless(attributes.map((one) => faultAt(answers, one)).find(Boolean), answer);
      },
    });
  const plan = await askFor('plan', ['plan', 'disk_space_mb']);
  const cloud = await askFor('cloud', ['cloud_name']);
  return answersWith(target, { name, plan, cloud });
};

const timeAttribute = 'user_config.recovery_target_time';

const askSource = async (dialog: Dialog): Promise<ServiceFacts> => {
  const { project, facts, given } = dialog;
  const services = [...facts.services.values()].filter((service) => service.project === project);
  const forkable = services.filter(({ type }) => serviceTypes.some((known) => known.name === type && known.forkable));
  if (given.source === undefined && forkable.length === 0) {
    throw new UsageError(`Project ${project} has no service that can be forked; name another with --project.`);
  }
  const name = await choose(dialog, {
    text: 'Source: the service to fork',
    flag: 'the name of the source, as the first word',
    given: given.source,
    choices: forkable.map((service) => ({
      value: service.service,
      about: `${service.type}, ${service.plan}, ${service.cloud}`,
    })),
  });
  const source = facts.services.get(serviceKey({ project, service: name }));
  if (source !== undefined) return source;
  const names = services.map(({ service }) => service);
  throw new NoSuchServiceError(project, name, nearestName(name, names));
};

const askLocation = async (dialog: Dialog, source: ServiceFacts): Promise<BackupLocation | undefined> => {
  const { given, facts } = dialog;
  if (given.location !== undefined || source.backupRegion.cloud === null) return given.location;
  const { isPrimaryDown } = await import('../../rules/index.js');
  const chosen = await choose(dialog, {
    text: 'Backup location',
    flag: '--from',
    proposed: isPrimaryDown(source, facts) ? 'secondary' : 'primary',
    choices: (['primary', 'secondary'] as const).map((role) => {
      const window = findWindow(source, role);
      const where = window?.location ?? (role === 'primary' ? source.cloud : (source.backupRegion.cloud ?? ''));
      return { value: role, about: `${where}${rangeText(window)}` };
    }),
  });
  return chosen === 'secondary' ? 'secondary' : 'primary';
};

/** Where a fork is restored from, and what is wrong with a time there. */
interface Restore {
  readonly location: BackupLocation | undefined;
  readonly wrongTime: Wrong<RecoveryTarget>;
}

const askTarget = async (dialog: Dialog, source: ServiceFacts, restore: Restore): Promise<RecoveryTarget> => {
  const { given } = dialog;
  if ([given.version, given.time, given.backup].filter((answer) => answer !== undefined).length > 1) {
    throw new UsageError(
      '--latest-transaction, --latest-backup, --recovery-target-time and --recovery-basebackup-name exclude each other.',
    );
  }
  if (given.time !== undefined) return timeTarget(dialog, given.time);
  if (given.backup !== undefined) return { kind: 'backup', backupName: given.backup };
  if (given.version === 'latest-backup') return { kind: 'latest-backup' };
  if (given.version === 'latest-transaction') return { kind: 'latest-transaction' };
  const byTime = serviceTypes.find(({ name }) => name === source.type)?.recovery === 'point-in-time';
  return byTime ? askTime(dialog, source, restore) : askBackup(dialog, source);
};

const askTime = async (
  dialog: Dialog,
  source: ServiceFacts,
  { location, wrongTime }: Restore,
): Promise<RecoveryTarget> => {
  const { facts } = dialog;
  const { newestPoints } = await import('../../rules/index.js');
  const points = newestPoints({ facts }, source, { role: location ?? 'primary', now: facts.now });
  const aboutOf = (target: (typeof points)[number]['target'], otherwise: string): string => {
    const point = points.find((candidate) => candidate.target === target);
    if (point === undefined) return otherwise;
    const loss = point.lostMs === undefined ? '' : `, ${lossText(Math.ceil(point.lostMs / minuteMs))}`;
    return `${otherwise}, of ${instantSeen(point.at, facts.now)}${loss}`;
  };
  const version = await choose(dialog, {
    text: 'Backup version',
    flag: '--latest-transaction, --latest-backup or --recovery-target-time',
    proposed: 'latest',
    choices: [
      { value: 'latest', about: aboutOf('latest-transaction', 'the latest transaction') },
      { value: 'backup', about: aboutOf('latest-backup', 'the newest backup') },
      { value: 'time', about: `a point in time${rangeText(findWindow(source, location ?? 'primary'))}` },
    ],
  });
  if (version === 'latest') return { kind: 'latest-transaction' };
  if (version === 'backup') return { kind: 'latest-backup' };
  const text = await ask(dialog, {
    text: 'Point in time (ISO 8601, or as "2h ago")',
    flag: '--recovery-target-time',
    read: (answer) => {
      const time = parseRecoveryTime(answer) ?? parseTimeSaid(answer, facts.now);
      if (time === undefined) return { wrong: `A time is such as 2026-11-19T12:00:00Z, or ${timesSaid}.` };
      return unless(wrongTime({ kind: 'time', time }), answer);
    },
  });
  return timeTarget(dialog, text);
};

const timeTarget = async (dialog: Dialog, text: string): Promise<RecoveryTarget> => {
  const time = await meantTime(dialog, text, dialog.facts.now);
  if (time === undefined) {
    throw new UsageError(
      `'${text}' is not a time; a time is ISO 8601 of at most 32 characters, such as 2026-11-19T12:00:00Z, or ${timesSaid}.`,
    );
  }
  return { kind: 'time', time };
};

const backupsShown = 20;

const askBackup = async (dialog: Dialog, source: ServiceFacts): Promise<RecoveryTarget> => {
  const newestFirst = [...source.backups].reverse().slice(0, backupsShown);
  const chosen = await choose(dialog, {
    text: 'Backup version',
    flag: '--latest-backup or --recovery-basebackup-name',
    proposed: 'latest',
    choices: [
      { value: 'latest', about: 'the newest backup' },
      ...newestFirst.map(({ name, completedAt, dataSizeMb }) => ({
        value: name,
        about: `${instantWords(completedAt, dialog.facts.now)}, ${megabytesWords(dataSizeMb)}`,
      })),
    ],
  });
  return chosen === 'latest' ? { kind: 'latest-backup' } : { kind: 'backup', backupName: chosen };
};

const askName = (dialog: Dialog, source: ServiceFacts, wrong: Wrong<string>): Promise<string> =>
  ask(dialog, {
    text: 'Name of the new service',
    flag: '--name',
    given: dialog.given.name,
    proposed: freeName(source, dialog.facts),
    read: (answer) =>
      serviceNamePattern.test(answer)
        ? unless(wrong(answer), answer)
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

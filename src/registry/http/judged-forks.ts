import type { AnswerOf, BodyOf, Contract } from '../../api';
import {
  given,
  known,
  toRfc3339,
  type AxisReview,
  type EpochMs,
  type Judge,
  type ReaderLanguage,
  type ServiceId,
} from '../../domain';
import type { Registry, ServiceDetail } from '../registry';
import { answered, refused, type Reply } from './answer';
import { previewCommand } from './fork-preview';
import { requestFromCommand } from './fork-request';
import { readInstant, readInterval } from './read-instant';

type Asked = BodyOf<Contract['ForkJudge']>;
type Answer = AnswerOf<Contract['ForkJudge']>;
type Interval = Pick<AxisReview['findings'][number], 'from' | 'until'>;

/** Most backups that are looked at, those of an interval once for each target: what is judged differs from one to the next. */
const mostLooks = 4_000;

/** Most instants that are judged one by one, once for each target. */
const mostInstants = 400;

/** What the rules say of forks of a service at each instant. */
export const judgeForks = (registry: Registry, judge: Judge, source: ServiceDetail, asked: Asked): Reply<Answer> => {
  const { now } = registry.clock();
  const intervals = readIntervals(asked, source, now);
  if ('status' in intervals) return intervals;
  const { targets } = asked;
  const excess = findExcess(intervals, source, targets);
  if (excess !== undefined) return refused('request_invalid', excess);
  const commands = targets.map((target) => ({ target, command: commandFor(source, target) }));
  const facts = registry.facts([source.facts, ...commands.map(({ command }): ServiceId => command)]);
  const reviews = commands.map(({ target, command }) => {
    const request = requestFromCommand(command, source.facts, asked.reader);
    const requestAt = (at: EpochMs) =>
      target.kind === 'time'
        ? { ...request, userConfig: { ...request.userConfig, recovery_target_time: known(toRfc3339(at)) } }
        : request;
    return intervals.map((interval) => judge({ ...interval, requestAt }, facts, source.facts));
  });
  return answered({
    now: toRfc3339(now),
    ...writeInterval({
      from: Math.min(...intervals.map(({ from }) => from)),
      until: Math.max(...intervals.map(({ until }) => until)),
    }),
    complete: reviews.every((ofTarget) => ofTarget.every(({ complete }) => complete)),
    targets: reviews.map((ofTarget) => ({
      findings: ofTarget.flatMap(({ findings }) =>
        findings.map((one) => ({ ...findingBody(one), ...writeInterval(one) })),
      ),
      undecided: ofTarget.flatMap(({ undecided }) =>
        undecided.map((one) => ({ ...undecidedBody(one), ...writeInterval(one) })),
      ),
      lasting: ofTarget.flatMap(({ lasting }) =>
        lasting.map((one) => ({ ...writeInterval(one), valid_until: toRfc3339(one.validUntil) })),
      ),
    })),
  });
};

const readIntervals = (asked: Asked, source: ServiceDetail, now: EpochMs) => {
  const { instants, from, until } = asked;
  if (instants === undefined) {
    const interval = readInterval(asked, { where: 'Body', from: Math.min(now, oldestPoint(source)), until: now });
    return 'status' in interval ? interval : [interval];
  }
  if (from !== undefined || until !== undefined)
    return refused(
      'request_invalid',
      'Body, instants: they stand in the place of from and until. Leave one or the other out.',
    );
  const read = instants.map((text, index) => readInstant(text, `Body, instants.${index}`, now));
  const fault = read.find((one) => 'status' in one);
  return fault !== undefined && 'status' in fault
    ? fault
    : read.flatMap((one) => ('status' in one ? [] : [{ from: one.at, until: one.at }]));
};

const oldestPoint = ({ facts: { windows, backups, createdAt } }: ServiceDetail): EpochMs =>
  Math.min(...(windows ?? []).flatMap(({ earliest }) => earliest ?? []), backups[0]?.completedAt ?? createdAt);

const findExcess = (
  intervals: readonly Interval[],
  { facts: { backups } }: ServiceDetail,
  targets: Asked['targets'],
): string | undefined => {
  const most = intervals.length > 1 ? mostInstants : mostLooks;
  const within = ({ from, until }: Interval) =>
    backups.filter(({ completedAt: at }) => from <= at && at <= until).length;
  const looks = intervals.length > 1 ? intervals.length : Math.max(...intervals.map(within));
  if (looks * targets.length <= most) return undefined;
  const what = intervals.length > 1 ? 'instants' : 'backups of the interval';
  return `Body, targets: ${looks} ${what} times ${targets.length} targets are more than ${most}. Ask for fewer at once.`;
};

const commandFor = (
  source: ServiceDetail,
  { kind, backup_name: backup, service_type: type, ...wish }: Asked['targets'][number],
) => {
  const { cloud, from } = wish;
  const command = previewCommand(source, {
    ...wish,
    ...(kind === 'latest-transaction' ? { latest_transaction: true } : {}),
    ...(kind === 'backup' ? given({ recovery_basebackup_name: backup }) : {}),
    ...(cloud === undefined && from !== 'secondary' ? { cloud: source.facts.cloud } : {}),
  });
  return type === undefined ? command : { ...command, serviceType: type };
};

const writeInterval = ({ from, until }: Interval) => ({ from: toRfc3339(from), until: toRfc3339(until) });

/** What a rule has against a fork, as the API shows it. */
const findingBody = ({ ruleId, severity, summary, detail, remedy, attribute }: AxisReview['findings'][number]) => ({
  rule: ruleId,
  severity,
  title: summary,
  sentence: detail,
  remedy,
  attribute,
});

const undecidedBody = ({ ruleId, severity, missing }: AxisReview['undecided'][number]) => ({
  rule: ruleId,
  severity,
  missing,
});

/** What the rules say of the one fork that a preview asks about. */
export const judgePreview = (
  registry: Registry,
  judge: Judge,
  source: ServiceDetail,
  command: ReturnType<typeof previewCommand>,
  reader: ReaderLanguage | undefined,
) => {
  const { now } = registry.clock();
  const request = requestFromCommand(command, source.facts, reader);
  const facts = registry.facts([source.facts, command]);
  const { findings, undecided, lasting } = judge(
    { from: now, until: now, requestAt: () => request },
    facts,
    source.facts,
  );
  const [last] = lasting;
  const inWords = (text: string): string => text.replaceAll('{at}', toRfc3339(now));
  return {
    findings: findings
      .map(findingBody)
      .map((one) => ({ ...one, sentence: inWords(one.sentence), remedy: inWords(one.remedy) })),
    undecided: undecided.map(undecidedBody),
    valid_until: last === undefined ? null : toRfc3339(last.validUntil),
  };
};

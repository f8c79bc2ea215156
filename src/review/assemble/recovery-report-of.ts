import {
  byCodeUnit,
  serviceKey,
  toRfc3339,
  type EpochMs,
  type Facts,
  type JudgedBy,
  type LossKind,
  type PlacedPolicy,
  type RecoveryCell,
  type RecoveryReport,
  type RecoveryTerms,
  type ServiceFacts,
} from '../../domain';
import { restoreTime, runsFor, type Loss } from '../../rules';
import { judgeLoss } from './judge-loss';
import { recoveryFork } from './recovery-fork';
import type { RecoverySubject } from './recovery-subject';

/** A column: what is lost, for each service its own, or the same for all. */
export interface LossColumn {
  readonly name: string;
  /** Policies that ask to survive it name one of these. */
  readonly kinds: readonly LossKind[];
  /** It is lost by its name, whatever a service calls its own. @default each its own */
  readonly isNamed?: boolean;
  readonly of: (service: ServiceFacts) => Loss;
}

interface ReportOptions {
  readonly facts: Facts;
  readonly at: EpochMs;
  readonly columns: readonly LossColumn[];
  readonly terms: RecoveryTerms | undefined;
  readonly judgedBy: JudgedBy;
  readonly afterPlan: boolean;
}

/** What comes back from where after each loss, service by service. Never throws. */
export const recoveryReportOf = (subjects: readonly RecoverySubject[], options: ReportOptions): RecoveryReport => {
  const { facts, at, columns, terms, judgedBy, afterPlan } = options;
  const runs = runsFor(terms?.runs, facts);
  const services = subjects
    .map((subject) => rowOf(subject, options))
    .sort((left, right) => byCodeUnit(left.name, right.name));
  const cells = services.flatMap((row) => row.cells);
  const count = (verdict: RecoveryCell['verdict'], isAsked = false): number =>
    cells.filter((cell) => cell.verdict === verdict && (!isAsked || cell.asked.length > 0)).length;
  return {
    formatVersion: 1,
    at: toRfc3339(at),
    now: toRfc3339(facts.now),
    factsOrigin: facts.origin,
    ...(facts.unpublished === undefined ? {} : { realAccount: true }),
    afterPlan,
    judgedBy,
    restore: terms?.restore ?? null,
    ...(runs.length === 0 ? {} : { runs }),
    counts: {
      met: count('met'),
      breached: count('breached'),
      unknown: count('unknown'),
      askedBreached: count('breached', true),
      askedUnknown: count('unknown', true),
    },
    losses: columns.map(({ name }) => name),
    services,
  };
};

const rowOf = (subject: RecoverySubject, options: ReportOptions): RecoveryReport['services'][number] => {
  const { policies } = subject;
  const askedBy = ({ kinds }: LossColumn): readonly PlacedPolicy[] =>
    policies.filter(({ survives = [] }) => survives.some((kind) => kinds.includes(kind)));
  if (subject.kind !== 'live')
    return {
      name: subject.name,
      ...{ type: null, plan: null, cloud: null },
      cells: options.columns.map((column) => {
        const lack = column.isNamed === true ? undefined : subject.lackIn?.(column.kinds);
        return {
          loss: column.name,
          asked: askedBy(column).map(({ name }) => name),
          verdict: subject.kind === 'open' && lack === undefined ? 'unknown' : 'breached',
          why: lack ?? subject.why,
          from: null,
        };
      }),
    };
  const { service } = subject;
  return {
    name: serviceKey(service),
    ...{ type: service.type, plan: service.plan, cloud: service.cloud },
    cells: options.columns.map((column) => cellOf(service, { column, asked: askedBy(column), ...options })),
  };
};

const cellOf = (
  service: ServiceFacts,
  {
    column,
    asked,
    facts,
    at,
    terms,
  }: ReportOptions & { readonly column: LossColumn; readonly asked: readonly PlacedPolicy[] },
): RecoveryCell => {
  const loss = column.of(service);
  const { survival, ...judged } = judgeLoss(service, { loss, policies: asked, facts, at, terms });
  const from = survival.kind === 'restorable' ? survival.from : undefined;
  const time = from === undefined ? undefined : restoreTime(from, terms, facts);
  return {
    loss: column.name,
    asked: asked.map(({ name }) => name),
    ...judged,
    from:
      from === undefined
        ? null
        : {
            location: from.location,
            role: from.role,
            backupName: from.backupName,
            restoredTo: toRfc3339(from.at),
            lossSeconds: Math.ceil(from.lossMs / 1_000),
            unshippedSeconds: from.unshippedMs === undefined ? null : Math.ceil(from.unshippedMs / 1_000),
            restore: time === undefined ? null : { seconds: Math.ceil(time.ms / 1_000), formula: time.formula },
            fork: recoveryFork(service, from, facts),
          },
  };
};

import {
  byCodeUnit,
  serviceKey,
  toRfc3339,
  type EpochMs,
  type Facts,
  type JudgedBy,
  type PlacedPolicy,
  type RecoveryCell,
  type RecoveryReport,
  type RecoveryRow,
  type RecoveryTerms,
  type ServiceFacts,
} from '../../domain';
import { judgeSurvival, restoreTime, survivalOf, type Loss, type SurvivalVerdict } from '../../rules';
import { recoveryFork } from './recovery-fork';

/** A service as it is judged: as the facts have it, or as it is after a plan. */
export type RecoverySubject =
  | { readonly kind: 'live'; readonly service: ServiceFacts; readonly policies: readonly PlacedPolicy[] }
  /** `why` a sentence: what cannot be judged, or is not there after the plan. */
  | {
      readonly kind: 'open' | 'gone';
      readonly name: string;
      readonly why: string;
      readonly policies: readonly PlacedPolicy[];
    };

/** A column: what is lost, for each service its own, or the same for all. */
export interface LossColumn {
  readonly name: string;
  /** Policies that ask to survive it name one of these. */
  readonly kinds: readonly string[];
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
    afterPlan,
    judgedBy,
    restore: terms?.restore ?? null,
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

const rowOf = (subject: RecoverySubject, options: ReportOptions): RecoveryRow => {
  const { policies } = subject;
  const askedBy = ({ kinds }: LossColumn): readonly PlacedPolicy[] =>
    policies.filter(({ survives = [] }) => survives.some((kind) => kinds.includes(kind)));
  if (subject.kind !== 'live')
    return {
      name: subject.name,
      ...{ type: null, plan: null, cloud: null },
      cells: options.columns.map((column) => ({
        loss: column.name,
        asked: askedBy(column).map(({ name }) => name),
        verdict: subject.kind === 'open' ? 'unknown' : 'breached',
        why: subject.why,
        from: null,
      })),
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
  const survival = survivalOf(service, loss, at, facts);
  const { catalogue } = facts;
  const restore = terms?.restore;
  const verdicts = (asked.length === 0 ? [undefined] : asked).map((policy) =>
    judgeSurvival(survival, { policy, restore, catalogue }),
  );
  const from = survival.kind === 'restorable' ? survival.from : undefined;
  const time = from === undefined || restore === undefined ? undefined : restoreTime(from, restore);
  return {
    loss: column.name,
    asked: asked.map(({ name }) => name),
    ...worst(verdicts),
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
            fork: recoveryFork(service, from, {
              catalogue,
              now: facts.now,
              isCloudLost: loss.machines && loss.backupsIn(service.cloud) !== false,
            }),
          },
  };
};

const worst = (verdicts: readonly SurvivalVerdict[]): SurvivalVerdict =>
  verdicts.find(({ verdict }) => verdict === 'breached') ??
  verdicts.find(({ verdict }) => verdict === 'unknown') ??
  verdicts[0] ?? { verdict: 'unknown', why: 'Not known: nobody judged it.' };

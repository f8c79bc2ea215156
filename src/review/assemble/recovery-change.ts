import {
  isRecoveryChanged,
  lossKinds,
  type CardRecovery,
  type CardService,
  type Facts,
  type LossKind,
  type ServiceFacts,
} from '../../domain';
import { judgeWindow, keptAfterPlan, keptByLive, lossOf, priorKey, stoppable, type Subject } from '../../rules';
import { judgeLoss, worstOfAll } from './judge-loss';
import { recoveryAfter, type RecoverySubject } from './recovery-subject';

type Side = CardRecovery['after'];
type Policies = RecoverySubject['policies'];

/**
 * What the plan does to how a service comes back: what policies ask of it, before and after, and what changes besides. Without
 * policies and without such a change nothing is told. Never throws.
 */
export const describeRecovery = (subject: Subject, facts: Facts | undefined): Pick<CardService, 'recovery'> => {
  if (subject.request.change?.kind === 'read') return {};
  const after = recoveryAfter(subject, facts);
  // Nothing would be told of it: no policy asks, and there is nothing to compare with.
  if (after.policies.length === 0 && after.kind !== 'live') return {};
  const before = facts === undefined ? undefined : findBefore(subject, facts);
  const around = { subject, facts, before, after };
  const isMoved = before !== undefined && !staysWhereItIs(before, after);
  const told = [
    ...lossKinds.filter((kind) => isMoved || isAsked(after, kind)).map((kind) => compareLoss(kind, around)),
    ...compareWindow(around),
  ].filter((one) => one.asked.length > 0 || (after.kind === 'live' && isRecoveryChanged(one)));
  return told.length === 0 ? {} : { recovery: told };
};

const isAsked = ({ policies }: RecoverySubject, kind: LossKind): boolean =>
  policies.some(({ survives = [] }) => survives.includes(kind));

interface Around {
  readonly subject: Subject;
  readonly facts: Facts | undefined;
  readonly before: ServiceFacts | undefined;
  readonly after: RecoverySubject;
}

/** The live service that the plan finds: under its own name, or under the one that it then loses. */
const findBefore = ({ standing, existing, request }: Subject, facts: Facts): ServiceFacts | undefined =>
  facts.services.get(priorKey(request) ?? '') ?? (standing === 'live' ? existing : undefined);

const compareLoss = (kind: LossKind, { subject, facts, before, after }: Around): CardRecovery => {
  const policies = after.policies.filter(({ survives = [] }) => survives.includes(kind));
  const live = (service: ServiceFacts): Side => {
    if (facts === undefined) return { verdict: 'unknown', why: 'Not known: facts of a registry.', from: null };
    const { survival, ...judged } = judgeLoss(service, {
      ...{ loss: lossOf(kind, service, facts.catalogue), policies },
      ...{ facts, at: facts.now, terms: subject.terms },
    });
    return {
      ...judged,
      from: survival.kind === 'restorable' ? `${survival.from.location} (${survival.from.role})` : null,
    };
  };
  const side = after.kind === 'live' ? live(after.service) : describeGone(after, after.lackIn?.([kind]));
  return {
    what: kind,
    asked: policies.map(({ name }) => name),
    before: before === undefined ? null : staysWhereItIs(before, after) ? side : live(before),
    after: side,
  };
};

/** A plan changes nothing of what comes back but by these, so that what is after it holds before it, too. */
const staysWhereItIs = (before: ServiceFacts, after: RecoverySubject): boolean =>
  after.kind === 'live' && after.service.cloud === before.cloud && after.service.backupRegion === before.backupRegion;

/** Nothing, where nobody asks and the plan keeps backups as long as before. */
const compareWindow = ({ subject, before, after }: Around): readonly CardRecovery[] => {
  const policies = after.policies.filter(({ window }) => window !== undefined);
  const planned = stoppable(() => keptAfterPlan(subject));
  const [wasMs, isMs] = [before && keptByLive(before, subject.catalogue), 'ms' in planned ? planned.ms : undefined];
  if (policies.length === 0 && wasMs === isMs) return [];
  const unknown = { verdict: 'unknown' as const, why: 'Not known: how long backups are kept.', from: null };
  const isMade = subject.standing === 'new' || subject.remade;
  const keptFor = (ms: number | undefined, side: { readonly isMade: boolean }): Side =>
    ms === undefined ? unknown : { ...judgeAll(policies, (policy) => judgeWindow(ms, policy, side)), from: null };
  return [
    {
      what: 'window',
      asked: policies.map(({ name }) => name),
      before: before === undefined ? null : keptFor(wasMs, { isMade: false }),
      after: after.kind === 'gone' ? describeGone(after, undefined) : keptFor(isMs, { isMade }),
    },
  ];
};

const judgeAll = (
  policies: Policies,
  judge: (policy: Policies[number] | undefined) => ReturnType<typeof judgeWindow>,
) => worstOfAll((policies.length === 0 ? [undefined] : policies).map(judge));

/** What there is nothing of, or nothing known. */
const describeGone = (
  { kind, why }: Exclude<RecoverySubject, { readonly kind: 'live' }>,
  lack: string | undefined,
): Side => ({ verdict: kind === 'gone' || lack !== undefined ? 'breached' : 'unknown', why: lack ?? why, from: null });

import { serviceKey, type Facts, type LossKind, type PlacedPolicy, type ServiceFacts } from '../../domain';
import { afterPlan, lackOfNew, policiesFor, policiesOf, stoppable, type Subject, type Verdict } from '../../rules';

/** A service as its recovery is judged: as the facts have it, or as it is after a plan. */
export type RecoverySubject =
  | { readonly kind: 'live'; readonly service: ServiceFacts; readonly policies: readonly PlacedPolicy[] }
  /** `why` a sentence: what cannot be judged, or is not there after the plan. */
  | {
      readonly kind: 'open' | 'gone';
      readonly name: string;
      readonly why: string;
      readonly policies: readonly PlacedPolicy[];
      /** Why it does not come back from a loss of its own, where that is known all the same. @default it is not known */
      readonly lackIn?: (kinds: readonly LossKind[]) => string | undefined;
    };

/** A declared service as it is once the plan was applied. Never throws. */
export const recoveryAfter = (subject: Subject, facts: Facts | undefined): RecoverySubject => {
  const { request, madeName, existing } = subject;
  const { project, serviceName } = request;
  const name =
    project.known && serviceName.known ? serviceKey({ project: project.value, service: serviceName.value }) : madeName;
  const policies = stoppable(() => policiesOf(subject));
  if ('kind' in policies) return { ...leaveOpen(policies, name), policies: subject.terms?.policies ?? [] };
  if (request.change?.kind === 'delete')
    return {
      kind: 'gone',
      name: madeName,
      policies: existing ? policiesFor(subject.terms, existing) : [],
      why: 'The plan ends it.',
    };
  const after = stoppable(() => ({ live: afterPlan(subject) }));
  if ('kind' in after) return { ...leaveOpen(after, name), policies };
  if (after.live !== undefined && facts?.services.has(name) === true)
    return { kind: 'live', service: after.live, policies };
  const lackIn = (kinds: readonly LossKind[]): string | undefined => findLack(subject, kinds);
  return { kind: 'open', name, policies, why: `Not known: first backup of ${name}.`, lackIn };
};

const leaveOpen = (verdict: Verdict<never>, name: string) => ({
  kind: 'open' as const,
  name,
  why: `Not known: ${verdict.kind === 'undecided' ? verdict.missing.join(', ') : name}.`,
});

const lackWords = {
  'not-kept': 'No backups of it will be kept.',
  'one-provider': 'Backups are never copied to another provider.',
  'not-copied': 'Its backups will lie in one region alone.',
} as const;

const findLack = (subject: Subject, kinds: readonly LossKind[]): string | undefined => {
  for (const kind of kinds) {
    const found = stoppable(() => ({ lack: lackOfNew(subject, kind) }));
    if ('lack' in found && found.lack !== undefined) return lackWords[found.lack];
  }
  return undefined;
};

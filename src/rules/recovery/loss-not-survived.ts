import { serviceKey, type LossKind, type PlacedPolicy, type ServiceFacts } from '../../domain';
import { nowOf } from '../asked';
import { inferred } from '../cite';
import { defineRule } from '../rule';
import { orUndecided, stop } from '../stop';
import type { Subject } from '../subject';
import { afterPlan } from '../survival/after-plan';
import { lackOfNew } from '../survival/lack-of-new';
import { lossOf } from '../survival/loss';
import { survivalOf } from '../survival/survival';
import { policiesOf } from '../survival/terms';
import { lossWords } from '../survival/words';
import { notApplicable, pass, undecided, violated, type Verdict } from '../verdict';

/** Rule 154: after the plan, nothing would be left to come back from after a loss that a policy asks to survive. */
export const lossNotSurvived = defineRule({
  severity: 'error',
  scope: 'settings',
  only: 'policies',
  title: 'A loss that a policy asks to survive would not be survived',
  why:
    'Backups lie in one region unless a second one is set, and never with another provider. What is dropped from a configuration is ' +
    'missed on the day that the region is lost.',
  attribute: 'user_config.additional_backup_regions',
  sources: [inferred('what is left is computed from the locations of the backups')],
  planOnly: 'The registry knows no policies.',
  messages: {
    lost: {
      detail: 'Policy {policy} asks that {service} comes back after {loss}, and after this plan nothing would: {why}.',
      remedy: 'Keep or set a second backup region that is not lost with the first, or change the policy.',
    },
    'not-copied': {
      detail:
        'Policy {policy} asks that {service} comes back after {loss}, and its backups will lie in one region alone.',
      remedy: 'Set additional_backup_regions, or change the policy.',
    },
    'not-kept': {
      detail: 'Policy {policy} asks that {service} comes back after {loss}, and no backups of it will be kept.',
      remedy: 'Choose a plan and settings that keep backups, or change the policy.',
    },
    'one-provider': {
      detail:
        'Policy {policy} asks that {service} comes back after {loss}, and backups are never copied to another provider.',
      remedy: 'Change the policy, or keep a copy with another provider by other means and acknowledge this finding.',
    },
  },
  check: (subject) => {
    const policies = policiesOf(subject).filter(({ survives }) => survives !== undefined);
    if (policies.length === 0) return notApplicable;
    const live = afterPlan(subject);
    const verdicts = policies.flatMap((policy) =>
      (policy.survives ?? []).map((kind) =>
        live === undefined ? judgeNew(subject, policy, kind) : judgeLive(subject, live, { policy, kind }),
      ),
    );
    return (
      verdicts.find(({ kind }) => kind === 'violated') ?? verdicts.find(({ kind }) => kind === 'undecided') ?? pass
    );
  },
});

type Judged = Verdict<'lost' | 'not-kept' | 'not-copied' | 'one-provider'>;

const judgeLive = (
  subject: Subject,
  live: ServiceFacts,
  { policy, kind }: { readonly policy: PlacedPolicy; readonly kind: LossKind },
): Judged => {
  const facts = subject.facts ?? stop(undecided(`live service ${serviceKey(live)}`));
  const survival = survivalOf(live, lossOf(kind, live, subject.catalogue), nowOf(subject), facts);
  if (survival.kind === 'unknown') return undecided(survival.missing);
  if (survival.kind !== 'lost') return pass;
  return violated('lost', { policy: policy.name, service: serviceKey(live), loss: lossWords[kind], why: survival.why });
};

/** What is made now has no backup yet, so nothing is met; where its backups will lie is known. */
const judgeNew = (subject: Subject, policy: PlacedPolicy, kind: LossKind): Judged => {
  const service = orUndecided(subject.request.serviceName, `service_name of ${subject.request.address}`);
  const lack = lackOfNew(subject, kind);
  return lack === undefined
    ? undecided(`first backup of ${service}`)
    : violated(lack, { policy: policy.name, service, loss: lossWords[kind] });
};

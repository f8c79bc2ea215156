import { serviceKey, type PlacedPolicy } from '../../domain';
import { nowOf } from '../asked';
import { inferred } from '../cite';
import { defineRule } from '../rule';
import { stop } from '../stop';
import { afterPlan } from '../survival/after-plan';
import { judgeSurvival } from '../survival/judge-survival';
import { lossOf } from '../survival/loss';
import { survivalOf } from '../survival/survival';
import { policiesOf } from '../survival/terms';
import { lossWords } from '../survival/words';
import { notApplicable, pass, undecided, violated } from '../verdict';

/** Rule 155: coming back misses more, takes longer, or leads elsewhere than a policy allows. */
export const lossExceedsPolicy = defineRule({
  severity: 'error',
  scope: 'settings',
  only: 'policies',
  title: 'Coming back would miss or take more than a policy allows',
  why:
    'That something can be restored is not yet what was promised. The loss is computed from what the surviving location holds; time is ' +
    'judged by a rate that somebody measured, and without one it is not known.',
  attribute: 'user_config.additional_backup_regions',
  sources: [inferred('the loss is the time from the last instant that can be restored')],
  planOnly: 'The registry knows no policies.',
  messages: {
    exceeded: {
      detail: 'Policy {policy}, {service} after {loss}: {why}',
      remedy: 'Copy backups to a region that lags less, choose a type or plan that keeps a log, or change the policy.',
    },
  },
  check: (subject) => {
    const policies = policiesOf(subject).filter(isBounded);
    if (policies.length === 0) return notApplicable;
    const live = afterPlan(subject);
    if (live === undefined) return undecided(`first backup of ${subject.madeName}`);
    const facts = subject.facts ?? stop(undecided(`live service ${serviceKey(live)}`));
    const { catalogue } = subject;
    const verdicts = policies.flatMap((policy) =>
      (policy.survives ?? []).map((kind) => {
        const survival = survivalOf(live, lossOf(kind, live, catalogue), nowOf(subject), facts);
        if (survival.kind === 'lost') return notApplicable;
        if (survival.kind === 'unknown') return undecided(survival.missing);
        const { verdict, why } = judgeSurvival(survival, { policy, terms: subject.terms, facts });
        const data = { policy: policy.name, service: serviceKey(live), loss: lossWords[kind], why };
        if (verdict === 'breached') return violated('exceeded', data);
        return verdict === 'met' ? pass : undecided(`whether ${data.loss} of ${data.service} is within policy: ${why}`);
      }),
    );
    return (
      verdicts.find(({ kind }) => kind === 'violated') ??
      verdicts.find(({ kind }) => kind === 'undecided') ??
      verdicts.find(({ kind }) => kind === 'pass') ??
      notApplicable
    );
  },
});

const isBounded = ({ survives, rpo, rto, dataIn }: PlacedPolicy): boolean =>
  survives !== undefined && (rpo !== undefined || rto !== undefined || dataIn !== undefined);

import { policyMs } from '../../domain';
import { planOf } from '../asked';
import { documented, inferred } from '../cite';
import { durationText } from '../duration-text';
import { defineRule } from '../rule';
import { keptAfterPlan } from '../survival/kept-window';
import { policiesOf } from '../survival/terms';
import { notApplicable, pass, violated } from '../verdict';

/** Rule 159: the plan keeps backups for less time than a policy wants to go back. */
export const windowTooShort = defineRule({
  severity: 'error',
  scope: 'settings',
  only: 'policies',
  title: 'Plan keeps backups for less time than a policy asks for',
  why: 'How far one can go back is a property of the plan: a smaller one keeps fewer backups, and the older ones are gone.',
  attribute: 'plan',
  sources: [
    inferred('a plan that keeps a number of backups keeps them for that many of its intervals'),
    documented('schema of user_config: backup_retention_days, older backups are automatically deleted'),
  ],
  planOnly: 'The registry knows no policies.',
  messages: {
    short: {
      detail: '{plan} keeps backups for {kept}; policy {policy} asks for {window}.',
      remedy:
        'Choose a plan that keeps them longer, raise backup_retention_days where the type has it, or change the policy.',
    },
    off: {
      detail: 'Nothing of it is backed up while its persistence is off; policy {policy} asks for {window}.',
      remedy: 'Leave persistence on, or change the policy.',
    },
    replica: {
      detail: 'It follows another service and has no backups of its own; policy {policy} asks for {window}.',
      remedy: 'Ask it of the service that is followed: give the policy tags that the replica does not have.',
    },
    none: {
      detail: '{plan} keeps no backups; policy {policy} asks for {window}.',
      remedy: 'Choose a plan that has backups, or change the policy.',
    },
  },
  check: (subject) => {
    const policies = policiesOf(subject).flatMap(({ name, window }) =>
      window === undefined ? [] : [{ policy: name, windowMs: policyMs(window) }],
    );
    if (policies.length === 0) return notApplicable;
    const { name: plan } = planOf(subject);
    const { ms: keptMs, never } = keptAfterPlan(subject);
    const asked = policies.find(({ windowMs }) => windowMs > keptMs);
    if (asked === undefined) return pass;
    const data = { plan, policy: asked.policy, window: durationText(asked.windowMs) };
    if (never !== undefined) return violated(never, data);
    return keptMs === 0 ? violated('none', data) : violated('short', { ...data, kept: durationText(keptMs) });
  },
});

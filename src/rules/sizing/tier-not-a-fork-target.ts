import { planOf, surelyFork } from '../asked';
import { sourceKeys } from '../asks';
import { documented, inferred } from '../cite';
import { typeOf } from '../recovery-target';
import { defineRule } from '../rule';
import { orStop } from '../stop';
import { notApplicable, pass, violated } from '../verdict';

/** Rule 44: tiers that a fork cannot be made on. */
export const tierNotAForkTarget = defineRule({
  severity: 'error',
  scope: 'creation',
  title: 'Fork cannot be made on this plan tier',
  why: 'Free and developer plans have no forking; nothing says so before apply.',
  attribute: 'plan',
  sources: [
    documented('documentation, products/postgresql/howto/restore-backup: no fork to a free plan'),
    documented('documentation, free and developer tiers: no forking'),
    inferred('no forking is read as both directions'),
  ],
  asks: { any: sourceKeys },
  predicts: ['fork_to_tier'],
  messages: {
    tier: {
      detail: '{plan} is a {tier} plan, and {title} cannot be forked to one.',
      remedy: 'Choose a plan of a paid tier, such as startup or business.',
    },
  },
  check: (subject) => {
    if (!subject.isFork) return notApplicable;
    const { tiersNotForkTarget, title } = orStop(typeOf(subject));
    const { name: plan, tier } = planOf(subject);
    if (!tiersNotForkTarget.includes(tier)) return pass;
    surelyFork(subject);
    return violated('tier', { plan, tier, title });
  },
});

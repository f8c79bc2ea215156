import { documented, inferred } from '../cite';
import { typeOf } from '../recovery-target';
import { defineRule } from '../rule';
import { sourceShape } from '../source-shape';
import { orStop, orUndecided } from '../stop';
import { notApplicable, pass, violated } from '../verdict';

/** Rule 45: tiers whose services cannot be forked. */
export const sourceTierNotForkable = defineRule({
  severity: 'error',
  scope: 'creation',
  title: 'Services on the plan tier of the source cannot be forked',
  why: 'Free and developer plans have no forking, and PostgreSQL on hobbyist keeps no backup that can be forked.',
  attribute: 'user_config.service_to_fork_from',
  sources: [
    documented('documentation, products/postgresql/howto/restore-backup: hobbyist cannot be forked'),
    documented('documentation, free and developer tiers: no forking'),
    inferred('no forking is read as both directions'),
  ],
  predicts: ['fork_from_tier'],
  messages: {
    tier: {
      detail: '{source} is on {plan}, a {tier} plan, and {title} of that tier cannot be forked.',
      remedy: 'Change the plan of {source} to a paid tier, wait for a backup, then fork.',
    },
    hobbyist: {
      detail:
        '{source} is on hobbyist. The page on backups says that those cannot be forked; the one on availability ' +
        'speaks of 2 days of backups.',
      remedy: 'Change the plan of {source} to startup or above, wait for a backup, then fork.',
    },
  },
  check: (subject) => {
    if (!subject.isFork) return notApplicable;
    const type = orStop(typeOf(subject));
    const { name: source, ...shape } = orStop(sourceShape(subject));
    const plan = orUndecided(shape.plan, `plan of ${source}`);
    if (plan === undefined) return notApplicable;
    const { tier, name } = plan;
    if (!type.tiersNotForkable.includes(tier)) return pass;
    return tier === 'hobbyist'
      ? violated('hobbyist', { source })
      : violated('tier', { source, plan: name, tier, title: type.title });
  },
});

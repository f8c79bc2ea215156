import { serviceKey } from '../../domain';
import { sourceKeys } from '../asks';
import { documented, inferred } from '../cite';
import { defineRule } from '../rule';
import { secondarySource } from '../secondary-source';
import { orUndecided } from '../stop';
import { pass, violated } from '../verdict';

/** Rule 57: a fork from the secondary location gets the plan of its source. */
export const secondaryPlanMismatch = defineRule({
  severity: 'error',
  scope: 'creation',
  only: 'secondary',
  title: 'Fork from the secondary location has another plan than its source',
  why: 'The second copy of the backups is restored on the plan of the service that it belongs to.',
  attribute: 'plan',
  sources: [
    documented('documentation, Manage backup to another region'),
    inferred('with the primary region down, only the secondary location can serve'),
  ],
  asks: { any: sourceKeys },
  predicts: ['secondary_plan_mismatch'],
  messages: {
    asserted: {
      detail: 'The fork has plan {plan}; {source}, restored from the secondary location, has {sourcePlan}.',
      remedy: 'Set plan to "{sourcePlan}" and change it once the fork runs, or fork from the primary location.',
    },
    'primary-down': {
      detail: 'The fork has plan {plan}; {source}, whose primary region is down, has {sourcePlan}.',
      remedy: 'Set plan to "{sourcePlan}" and change it once the fork runs, or wait until the primary region is back.',
    },
  },
  check: (subject) => {
    const { service, message } = secondarySource(subject);
    const plan = orUndecided(subject.planName, `plan of ${subject.request.address}`);
    const sourcePlan = service.plan;
    return plan === sourcePlan ? pass : violated(message, { plan, sourcePlan, source: serviceKey(service) });
  },
});

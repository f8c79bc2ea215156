import { serviceKey } from '../../domain';
import { sourceKeys } from '../asks';
import { documented, inferred } from '../cite';
import { liveSourceOf } from '../live-source';
import { readableBackups } from '../recovery-window';
import { requiredRole } from '../restore-role';
import { defineRule } from '../rule';
import { orStop } from '../stop';
import { notApplicable, pass, undecided, violated } from '../verdict';

/** Rule 57: a fork from the secondary location gets the plan of its source. */
export const secondaryPlanMismatch = defineRule({
  id: 'recovery/secondary-plan-mismatch',
  number: 57,
  severity: 'error',
  scope: 'creation',
  needs: ['configuration', 'clock', 'live-source'],
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
    if (!subject.isFork) return notApplicable;
    const service = orStop(liveSourceOf(subject));
    if (requiredRole(subject, service) === 'primary' || service.backupRegion.cloud === null) return notApplicable;
    if (!subject.now.known) return undecided('current time');
    const isAsserted = subject.request.from === 'secondary';
    if (!isAsserted && readableBackups(service, 'secondary', subject.now.value).length === 0) return notApplicable;
    const { planName: plan } = subject;
    if (!plan.known) return undecided(`plan of ${subject.request.address}`);
    if (plan.value === service.plan) return pass;
    const data = { plan: plan.value, sourcePlan: service.plan, source: serviceKey(service) };
    return violated(isAsserted ? 'asserted' : 'primary-down', data);
  },
});

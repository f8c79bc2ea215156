import { planKey, serviceKey, type Plan, type ServiceFacts } from '../../domain';
import { diskAfterPlanChange } from '../../planner';
import { documented, inferred } from '../cite';
import { changedService } from '../live-change';
import { typeOf } from '../recovery-target';
import { defineRule } from '../rule';
import { orStop, orUndecided } from '../stop';
import { notApplicable, pass, undecided, violated } from '../verdict';
import { nameDataSize } from '../data-size';

/** Rule 93, beyond the reference: a live service is not changed to a disk below its data. */
export const diskBelowLiveData = defineRule({
  severity: 'error',
  scope: 'lifecycle',
  only: 'change',
  title: 'Disk would be smaller than the data of the live service',
  why:
    'A smaller plan has a smaller disk. The control plane refuses what the data does not fit; in an apply that is in the middle of ' +
    'the run.',
  attribute: 'plan',
  sources: [
    documented('documentation, change of plan: the data must fit the disk of the new plan'),
    inferred('a disk that was added is kept where the new plan sells it'),
  ],
  predicts: ['disk_below_data'],
  messages: {
    'too-small': {
      detail: '{service} holds {data} MB; with plan {plan} it would have {disk} MB of disk.',
      remedy: 'Choose a plan with a larger disk, ask for more with disk_space_mb, or delete data first.',
    },
  },
  check: (subject) => {
    const service = orStop(changedService(subject));
    const type = orStop(typeOf(subject));
    const { request, catalogue } = subject;
    const plan = orUndecided(subject.plan, `plan of ${request.address}`);
    const asked = orUndecided(request.diskSpaceMb, `disk_space_mb of ${request.address}`);
    if (plan === undefined || plan.diskMb === 0 || type.memoryBound) return notApplicable;
    const before = catalogue.plans.get(planKey(service.type, service.plan));
    const disk = asked ?? diskAfter(service, before, plan);
    if (service.diskSpaceMb === undefined) return undecided(`disk of ${serviceKey(service)}`);
    if (disk === undefined) return undecided(`plan ${service.plan} of ${serviceKey(service)} in the catalogue`);
    const isChanged = disk !== service.diskSpaceMb || plan.name !== service.plan;
    if (!isChanged) return pass;
    const { dataSizeMb: data } = service;
    if (data === undefined) return undecided(nameDataSize(service));
    if (disk >= data) return pass;
    const found = { service: serviceKey(service), data, plan: plan.name, disk };
    return violated('too-small', found, asked === undefined ? 'plan' : 'disk_space_mb');
  },
});

const diskAfter = (service: ServiceFacts, before: Plan | undefined, after: Plan): number | undefined => {
  if (service.plan === after.name) return service.diskSpaceMb;
  const { diskSpaceMb: disk } = service;
  return before === undefined || disk === undefined ? undefined : diskAfterPlanChange(disk, before, after);
};

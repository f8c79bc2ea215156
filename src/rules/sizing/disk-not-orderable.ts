import type { Plan } from '../../domain';
import { askedDiskOf, planOf } from '../asked';
import { documented, providerSource } from '../cite';
import { defineRule } from '../rule';
import { pass, violated, type Verdict } from '../verdict';

type Message = 'fixed' | 'below-plan' | 'above-cap' | 'off-step';

/** Rule 49: the disk is one that the plan sells. */
export const diskNotOrderable = defineRule({
  severity: 'error',
  scope: 'settings',
  only: 'disk',
  title: 'Plan does not sell a disk of this size',
  why: 'Disk comes with the plan, and above that in steps up to a cap; some plans have a fixed disk.',
  attribute: 'disk_space_mb',
  sources: [documented('documentation, dynamic disk sizing'), providerSource('CustomizeDiff of disk_space')],
  predicts: ['disk_not_configurable', 'disk_below_plan', 'disk_above_cap', 'disk_step_invalid'],
  messages: {
    fixed: {
      detail: 'disk_space_mb is {disk}, and the disk of {plan} is fixed at {included} MB.',
      remedy: 'Leave disk_space_mb out, or choose a plan with a larger disk.',
    },
    'below-plan': {
      detail: 'disk_space_mb is {disk}, and {plan} includes {included} MB.',
      remedy: 'Leave disk_space_mb out, or set it to {included} or more.',
    },
    'above-cap': {
      detail: 'disk_space_mb is {disk}, and {plan} takes at most {cap} MB.',
      remedy: 'Set it to {cap} or less, or choose a larger plan.',
    },
    'off-step': {
      detail: 'disk_space_mb is {disk}; above its {included} MB, {plan} sells disk in steps of {step} MB.',
      remedy: 'Set it to {lower} or {upper}.',
    },
  },
  check: (subject) => diskVerdict(askedDiskOf(subject), planOf(subject)),
});

const diskVerdict = (disk: number, { name, diskMb, diskCapMb, diskStepMb }: Plan): Verdict<Message> => {
  const about = { disk, plan: name, included: diskMb };
  if (diskCapMb === null || diskStepMb === null) return disk === diskMb ? pass : violated('fixed', about);
  if (disk < diskMb) return violated('below-plan', about);
  if (disk > diskCapMb) return violated('above-cap', { ...about, cap: diskCapMb });
  const beyondStep = (disk - diskMb) % diskStepMb;
  if (beyondStep === 0) return pass;
  const lower = disk - beyondStep;
  return violated('off-step', {
    ...about,
    step: diskStepMb,
    lower,
    upper: Math.min(lower + diskStepMb, diskCapMb),
  });
};

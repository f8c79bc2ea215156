import type { Plan } from '../domain';

/** The plan sells a disk of this size. Never throws. */
const isDiskSold = (disk: number, { diskMb, diskCapMb, diskStepMb }: Plan): boolean => {
  if (diskCapMb === null || diskStepMb === null) return disk === diskMb;
  return disk >= diskMb && disk <= diskCapMb && (disk - diskMb) % diskStepMb === 0;
};

/** The disk after a change of plan that names none: what was added to the old plan's is kept where the new plan sells it. Never throws. */
export const diskAfterPlanChange = (disk: number, before: Plan, after: Plan): number => {
  const kept = after.diskMb + (disk - before.diskMb);
  return isDiskSold(kept, after) ? kept : after.diskMb;
};

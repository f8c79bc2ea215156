import type { Plan } from '../domain';

/** A disk holds data in comfort with a quarter over it. */
export const comfortableFactor = 1.25;

/** How to get a disk of a size: a larger one of the same plan where it can be ordered. Never throws. */
export const diskAdvice = (comfortable: number, { diskMb, diskCapMb, diskStepMb }: Plan): string => {
  if (diskCapMb === null || diskStepMb === null) return 'Choose a plan with a larger disk.';
  const orderable = diskMb + Math.ceil(Math.max(comfortable - diskMb, 0) / diskStepMb) * diskStepMb;
  return orderable <= diskCapMb
    ? `Set disk_space_mb to ${orderable} or more, or choose a plan with a larger disk.`
    : 'Choose a plan with a larger disk.';
};

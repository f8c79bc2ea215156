import type { Subject } from './subject';

/** Whether the live service of a declaration stays: it is there, and is not destroyed and made again. Never throws. */
export const staysLive = (subject: Pick<Subject, 'standing' | 'remade'>): boolean =>
  subject.standing === 'live' && !subject.remade;

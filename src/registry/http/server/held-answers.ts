import type { Writable } from 'node:stream';
import { afterAnswer } from './answer-end';

/** Whether there is room for so many bytes until the reader of an answer has taken them. */
export type HeldAnswers = (answer: Writable, bytes: number) => boolean;

/** Gives room to answers within a bound of all that wait for their readers at one time, in bytes. */
export const heldAnswers = (together: number): HeldAnswers => {
  let held = 0;
  return (answer, bytes) => {
    if (held + bytes > together) return false;
    held += bytes;
    afterAnswer(answer, () => (held -= bytes));
    return true;
  };
};

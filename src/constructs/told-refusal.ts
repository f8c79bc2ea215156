import { ForkcastError } from '../domain';

/** How an app ends for an error that nobody catches. */
export interface ToldRefusal {
  /** Lines for stderr: what is wrong and what to do, without the stack trace of a program that works. */
  readonly text: string;
  readonly exitCode: number;
}

const headline = /^(?:App-level v|V)alidation failed with the following errors:\n/;
const firstAdvice = /\n\n?(?:If you wish to ignore|Validations allow for dynamic)[^]*$/;

/**
 * The words for what refuses a synth: a thrown error of Forkcast, or what CDKTF throws for failed validations, one a line. Undefined: it is
 * a bug, Forkcast's or another's, and its stack trace is what matters. Never throws.
 */
export const toldRefusal = (error: unknown): ToldRefusal | undefined => {
  if (error instanceof ForkcastError) {
    const { code, message, exitCode } = error;
    return exitCode === 70 ? undefined : { text: `error: ${message}\n       forkcast explain ${code}\n`, exitCode };
  }
  if (!(error instanceof Error) || !headline.test(error.message)) return undefined;
  const findings = error.message.replace(headline, '').replace(firstAdvice, '').trim().split('\n');
  return { text: `${findings.map((line) => line.trim()).join('\n')}\n`, exitCode: 1 };
};

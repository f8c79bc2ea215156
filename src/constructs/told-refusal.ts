import { ConfigurationError } from './errors';
import { ForkcastError } from '../domain';

const headline = /^Validation failed with the following errors:\n/;
const firstAdvice = /\n\n?If you wish to ignore[^]*$/;

/**
 * The words for what refuses a synth: a thrown error of Forkcast, or what CDKTF throws for failed validations, one a line. Undefined: it is
 * a bug, Forkcast's or another's, and its stack trace is what matters. Never throws.
 */
const toldRefusal = (error: Error): string | undefined => {
  if (error instanceof ForkcastError) {
    const { code, message, exitCode } = error;
    return exitCode === 70 ? undefined : `error: ${message}\n       forkcast explain ${code}`;
  }
  if (!headline.test(error.message)) return undefined;
  const findings = error.message.replace(headline, '').replace(firstAdvice, '').trim().split('\n');
  return findings.map((line) => line.trim()).join('\n');
};

/**
 * Throws an error so that an app that ends by it tells what is wrong and what to do, first and once. Of an error that nobody catches Node
 * shows the line of source that threw it, unless the line has the remark below, then its stack, in brackets where that names no place,
 * then its enumerable fields. A refusal's stack is therefore what it says, and it shows no field. Who catches it finds class, message and
 * fields as they are. A bug keeps its stack trace.
 */
export const refuse: (error: unknown) => never = (error) => {
  const told = error instanceof Error ? toldRefusal(error) : undefined;
  if (error instanceof Error && told !== undefined) {
    for (const field of Object.keys(error)) Object.defineProperty(error, field, { enumerable: false });
    error.stack = told;
  }
  throw error; // node-do-not-add-exception-line
};

/** Refuses what a construct is declared with. @throws ConfigurationError */
export const refuseDeclaration: (path: string, problem: string) => never = (path, problem) =>
  refuse(new ConfigurationError(path, problem));

/** Does the work, and tells of what refuses it. */
export const tellRefusal = <T>(work: () => T): T => {
  try {
    return work();
  } catch (error) {
    return refuse(error);
  }
};

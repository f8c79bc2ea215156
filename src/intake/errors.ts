import { ForkcastError, printable } from '../domain';

/** What was to be judged cannot be read: it is no synth output, or it is damaged. */
export class IntakeError extends ForkcastError {
  readonly code = 'FC_INTAKE';
  readonly exitCode = 2;
  constructor(
    /** The file or folder. */
    file: string,
    /** Where in it, such as `resource.terraform_data.fork.triggers_replace.plan`; empty: the whole file. */
    readonly place: string,
    /** A sentence without its end stop. */
    readonly why: string,
  ) {
    super(printable(`${file}${place === '' ? '' : `, at ${place}`}: ${why}.`));
  }
}

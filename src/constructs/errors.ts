import { ForkcastError } from '../domain';

/** A service, or a policy, stands below no `Forkcast`, so nothing says which project and registry it belongs to. */
export class ForkcastMissingError extends ForkcastError {
  readonly code = 'FC_FORKCAST_MISSING';
  readonly exitCode = 1;
  constructor(readonly path: string) {
    super(
      path === ''
        ? 'The app itself has no Forkcast, and those of its stacks are below it. Declare this in each stack that has one.'
        : `${path} has no Forkcast at its scope or above. Add new Forkcast(stack, 'forkcast', { project: '...' }) first.`,
    );
  }
}

/** A second `Forkcast` at the same scope would leave it open which one counts. */
export class ForkcastTwiceError extends ForkcastError {
  readonly code = 'FC_FORKCAST_TWICE';
  readonly exitCode = 1;
  constructor(
    readonly path: string,
    readonly first: string,
  ) {
    super(
      `${path} is the second Forkcast of its scope; ${first} is the first. Keep one, or move this one to a scope below.`,
    );
  }
}

/** A call to a construct asks for something that it cannot work out from what is declared. */
export class ConfigurationError extends ForkcastError {
  readonly code = 'FC_CONFIGURATION';
  readonly exitCode = 1;
  constructor(
    readonly path: string,
    readonly problem: string,
  ) {
    super(`${path}: ${problem}`);
  }
}

/** A construct of one toolkit stands in an app of the other. */
export class ToolkitMixedError extends ForkcastError {
  readonly code = 'FC_TOOLKIT_MIXED';
  readonly exitCode = 1;
  constructor(
    readonly path: string,
    readonly app: string,
    readonly own: string,
    readonly door: string,
  ) {
    super(`${path} is of the constructs for ${own}, and its app is of ${app}: import Forkcast from '${door}' instead.`);
  }
}

/** The null provider, of which the `null_resource` backend is made, is not there for the toolkit. */
export class CarrierMissingError extends ForkcastError {
  readonly code = 'FC_CARRIER_MISSING';
  readonly exitCode = 1;
  constructor(readonly toolkit: string) {
    const [why, use] =
      toolkit === 'cdktn'
        ? ['a prebuilt null provider, and there is none for cdktn', 'Use']
        : ['the package @cdktf/provider-null, which is not installed', 'Install it, or use'];
    super(`The backend 'null_resource' needs ${why}. ${use} the backend 'terraform_data', which needs nothing.`);
  }
}

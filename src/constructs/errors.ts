import { ForkcastError } from '../domain';

/** A service stands below no `Forkcast`, so nothing says which project and registry it belongs to. */
export class ForkcastMissingError extends ForkcastError {
  readonly code = 'FC_FORKCAST_MISSING';
  readonly exitCode = 1;
  constructor(readonly path: string) {
    super(
      `${path} has no Forkcast at its scope or above. Add new Forkcast(stack, 'forkcast', { project: '...' }) first.`,
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

/** The optional peer of the null_resource backend is not installed. */
export class CarrierMissingError extends ForkcastError {
  readonly code = 'FC_CARRIER_MISSING';
  readonly exitCode = 1;
  constructor() {
    super(
      "The backend 'null_resource' needs the package @cdktf/provider-null, which is not installed. " +
        "Install it, or use the backend 'terraform_data', which needs nothing.",
    );
  }
}

import { ForkcastError, liveRegistryShapes } from '../domain';

/** The provider is told of a registry that it cannot apply to. */
export class ProviderRegistryError extends ForkcastError {
  readonly code = 'FC_PROVIDER_REGISTRY';
  readonly exitCode = 2;
  constructor(registry: string) {
    super(
      `The registry to plan and apply against is named '${registry}'; it is one of ${liveRegistryShapes}. A snapshot is only judged with.`,
    );
  }
}

/** What the block of the provider allows at a real account cannot be read. `why` has no end stop. */
export class RealTermsError extends ForkcastError {
  readonly code = 'FC_REAL_TERMS';
  readonly exitCode = 2;
  constructor(
    readonly attribute: string,
    why: string,
  ) {
    super(`${attribute} says what may be made at a real account: ${why}.`);
  }
}

/** The policy of the block of the provider cannot be read. `why` has no end stop. */
export class ProviderPolicyError extends ForkcastError {
  readonly code = 'FC_PROVIDER_POLICY';
  readonly exitCode = 2;
  constructor(why: string) {
    super(
      `policy of the provider's block cannot be used: ${why}. It is the text of a forkcast.policy.json: ` +
        'policy = file("forkcast.policy.json").',
    );
  }
}

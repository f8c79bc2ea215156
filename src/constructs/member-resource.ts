import { readRecord } from './record';
import { findAddress } from './address';
import type { Construct } from './cdktf';
import { ProviderResource } from './provider-backend-resource';

/** What a fork has inside from its source, by the names that facts have for it. */
export type CopiedKind = 'databases' | 'users' | 'connectionPools';

/** What is declared inside a fork that takes over what it has from its source. */
interface CopiedMember {
  /** The id to import it by, where the facts show it in the fork; undefined: the provider looks when it makes it. */
  readonly importId: string | undefined;
}

type MemberConfig = ConstructorParameters<typeof ProviderResource>[2] & {
  /** Asked when the stack is written; undefined: it is made, and refused where it is there already. */
  readonly copied: () => CopiedMember | undefined;
};

/** A resource of the provider inside a service. */
export class MemberResource extends ProviderResource {
  private readonly copied: MemberConfig['copied'];

  constructor(scope: Construct, id: string, { copied, ...config }: MemberConfig) {
    super(scope, id, config);
    this.copied = copied;
  }

  override toTerraform(): object {
    const id = this.copied()?.importId;
    return {
      ...readRecord(super.toTerraform()),
      ...(id === undefined ? {} : { import: [{ to: findAddress(this), id }] }),
    };
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    return { ...super.synthesizeAttributes(), ...(this.copied() === undefined ? {} : { copied: true }) };
  }
}

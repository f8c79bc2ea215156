import { refuseDeclaration } from './told-refusal';
import { TerraformElement } from './cdktf';
import type { Construct } from './cdktf';

/** One address of a stack that stands under another one now. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/** The `moved` blocks of a stack: Terraform takes what its state has at one address over to another. */
export class Moves extends TerraformElement {
  constructor(
    scope: Construct,
    id: string,
    private readonly moves: readonly Move[],
  ) {
    super(scope, id);
  }

  override toTerraform(): { moved: readonly Move[] } {
    return { moved: this.moves };
  }

  override toHclTerraform(): { moved: readonly object[] } {
    return { moved: this.moves.map(({ from, to }) => ({ to: reference(to), from: reference(from) })) };
  }
}

const reference = (value: string) => ({ value, type: 'simple', storageClassType: 'reference' });

/** The `removed` blocks of a stack: Terraform forgets what its state has at these addresses, and ends nothing. */
export class Forgotten extends TerraformElement {
  constructor(
    scope: Construct,
    id: string,
    private readonly addresses: readonly string[],
  ) {
    super(scope, id);
  }

  override toTerraform(): { removed: readonly object[] } {
    return { removed: this.addresses.map((from) => ({ from, lifecycle: { destroy: false } })) };
  }

  /** @throws ConfigurationError: CDKTF writes no `removed` blocks as HCL, and without one Terraform would destroy. */
  override toHclTerraform(): never {
    return refuseDeclaration(
      this.node.path,
      `cdktf synth --hcl cannot write the blocks removed { from = ${this.addresses.join(', ')} } that a moved service needs. ` +
        'Synthesize JSON for this deployment.',
    );
  }
}

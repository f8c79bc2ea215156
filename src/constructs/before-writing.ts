import { TerraformElement, type TerraformStack } from './cdktf';

/**
 * Nothing in itself: CDKTF asks every element of every stack for what it is before it writes the first stack, validated or not, and this
 * one takes the occasion.
 */
export class BeforeWriting extends TerraformElement {
  constructor(
    stack: TerraformStack,
    id: string,
    private readonly work: () => void,
  ) {
    super(stack, id);
  }

  override toTerraform(): Readonly<Record<string, unknown>> {
    this.work();
    return {};
  }

  override toHclTerraform(): Readonly<Record<string, unknown>> {
    return {};
  }
}

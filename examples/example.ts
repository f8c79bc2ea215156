import { App, TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import { Forkcast } from 'forkcast';
import type { ForkcastProps } from 'forkcast';

/** What an example may be told from outside: where its facts come from, and what makes its services. */
export type ExampleOptions = Pick<ForkcastProps, 'facts' | 'backend'>;

/** `FORKCAST_BACKEND=provider`: the same stack, made by Forkcast's own Terraform provider. */
const backends: Readonly<Record<string, ForkcastProps['backend']>> = {
  provider: 'provider',
  null_resource: 'null_resource',
};

/** One example: a stack in the project `demo`. */
export type Example = (app: Construct, options?: ExampleOptions) => TerraformStack;

/** A stack with its `Forkcast`, as every example begins. */
export const stackOf = (app: Construct, id: string, options: ExampleOptions = {}): TerraformStack => {
  const stack = new TerraformStack(app, id);
  const backend = backends[process.env['FORKCAST_BACKEND'] ?? ''] ?? 'terraform_data';
  new Forkcast(stack, 'forkcast', { project: 'demo', backend, ...options });
  return stack;
};

/** An app of one example. */
export const synthesize = (example: Example): void => {
  const app = new App();
  example(app);
  app.synth();
};

import { App, TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import { Forkcast } from 'forkcast';
import type { ForkcastProps } from 'forkcast';

/** What an example may be told from outside: where its facts come from. */
export type ExampleOptions = Pick<ForkcastProps, 'facts'>;

/** One example: a stack in the project `demo`. */
export type Example = (app: Construct, options?: ExampleOptions) => TerraformStack;

/** A stack with its `Forkcast`, as every example begins. */
export const stackOf = (app: Construct, id: string, options: ExampleOptions = {}): TerraformStack => {
  const stack = new TerraformStack(app, id);
  new Forkcast(stack, 'forkcast', { project: 'demo', ...options });
  return stack;
};

/** An app of one example. */
export const synthesize = (example: Example): void => {
  const app = new App();
  example(app);
  app.synth();
};

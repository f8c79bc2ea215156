import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Testing, TerraformStack } from 'cdktf';
import type { App } from 'cdktf';
import { ForkcastScope } from '../../src/constructs';
import type { ForkcastProps, SynthEnvironment } from '../../src/constructs';
import type { Facts } from '../../src/domain';

/** An outside world without a file: the registry is where it is asked for, and holds nothing. */
export const noWorld: SynthEnvironment = {
  entry: '/opt/forkcast/local-exec.js',
  program: '/opt/forkcast/forkcast.js',
  chooseRegistry: (asked) => ({ location: asked ?? 'sqlite:/project/registry.db', named: asked !== undefined }),
  factsOf: () => ({ read: () => undefined }),
  findsProvider: () => true,
  findPolicy: (asked) => asked,
  readText: () => '{"formatVersion":1,"acknowledgements":[]}',
};

/** A stack of the project demo; `facts` undefined: no registry. */
export const aStack = (
  app: App,
  id: string,
  facts?: Facts,
  props: Partial<ForkcastProps> = {},
  environment: SynthEnvironment = noWorld,
): TerraformStack => {
  const stack = new TerraformStack(app, id);
  const given = facts === undefined ? {} : { facts: { read: () => facts } };
  new ForkcastScope(stack, 'forkcast', { project: 'demo', ...given, ...props }, environment);
  return stack;
};

/** An app with one stack, `demo`. */
export const anApp = (facts?: Facts, props: Partial<ForkcastProps> = {}): { app: App; stack: TerraformStack } => {
  const app = Testing.app();
  return { app, stack: aStack(app, 'demo', facts, props) };
};

/** The same app, as with `skipValidation: true` in its options, which CDKTF's own builder for tests does not take. */
export const unvalidated = (app: App): App => Object.assign(app, { skipValidation: true });

/** What an app refuses to be synthesized for; the empty text when it does not refuse. */
export const refusalOf = (app: App): string => {
  try {
    app.synth();
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

export interface Carried {
  readonly depends_on?: readonly string[];
  readonly input?: Readonly<Record<string, unknown>>;
  readonly triggers_replace?: Readonly<Record<string, unknown>>;
  readonly triggers?: Readonly<Record<string, string>>;
  readonly lifecycle?: Readonly<Record<string, unknown>>;
  readonly provisioner: readonly { readonly 'local-exec': Readonly<Record<string, unknown>> }[];
}

/** The resources of one type that an app wrote for a stack, by their names. */
export const resourcesOf = (
  app: App,
  type: 'terraform_data' | 'null_resource',
  stack = 'demo',
): Readonly<Record<string, Carried>> => {
  const written: { readonly resource?: Readonly<Record<string, Readonly<Record<string, Carried>>>> } = JSON.parse(
    readFileSync(join(app.outdir, 'stacks', stack, 'cdk.tf.json'), 'utf8'),
  );
  return written.resource?.[type] ?? {};
};

/** The blocks `moved` that an app wrote for a stack. */
export const movesOf = (app: App, stack = 'demo'): readonly { readonly from: string; readonly to: string }[] => {
  const written: { readonly moved?: readonly { readonly from: string; readonly to: string }[] } = JSON.parse(
    readFileSync(join(app.outdir, 'stacks', stack, 'cdk.tf.json'), 'utf8'),
  );
  return written.moved ?? [];
};

/** The address of a part of a service: CDKTF adds a hash to the name of a child. */
export const addressIn = (
  resources: Readonly<Record<string, Carried>>,
  type: 'terraform_data' | 'null_resource',
  part: string,
): string => `${type}.${Object.keys(resources).find((name) => name.startsWith(`${part}_`)) ?? ''}`;

/** The resource that holds the fields of a service declared right under a stack. */
export const identityOf = (app: App, service: string, stack = 'demo'): Carried | undefined =>
  partOf(resourcesOf(app, 'terraform_data', stack), `${service}_identity`);

/** A part of a service, such as `fork_run`. */
export const partOf = (resources: Readonly<Record<string, Carried>>, part: string): Carried | undefined =>
  Object.entries(resources).find(([name]) => name.startsWith(`${part}_`))?.[1];

/** What is shown at the end of a synth, as `level path: message`. */
export const shownBy = (app: App): readonly string[] => {
  const manifest: {
    readonly stacks: Readonly<
      Record<string, { readonly annotations: readonly { level: string; constructPath: string; message: string }[] }>
    >;
  } = JSON.parse(readFileSync(join(app.outdir, 'manifest.json'), 'utf8'));
  return Object.values(manifest.stacks).flatMap(({ annotations }) =>
    annotations.map(
      ({ level, constructPath, message }) => `${level.replace('@cdktf/', '')} ${constructPath}: ${message}`,
    ),
  );
};

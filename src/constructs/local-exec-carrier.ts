import { addressOf } from './address';
import type { Carriage, Carrier, LocalExecBackend } from './carriage';
import type { CarryOptions } from './carry-options';
import { TerraformStack } from './cdktf';
import type { Construct, LocalExecProvisioner, TerraformResource, TerraformResourceLifecycle } from './cdktf';
import { escapeText } from './expression';
import { idsBelowStack, type FormerPlace } from './former-place';
import { logicalIdAt } from './logical-id';
import { Forgotten, Moves, type Move } from './moves';
import { nullResource } from './null-resource';
import { addressesAt } from './provider-backend';
import { TerraformData } from './terraform-data';

interface LocalExec extends Carriage {
  readonly backend: LocalExecBackend;
}

/** The child whose end ends the service, and the one that runs the command. Their names stand in states: they never change. */
const childIds = { identity: 'identity', run: 'run' } as const;

/** Declares the two resources of a service whose commands are run by local-exec. */
export const localExecResources = (
  scope: Construct,
  carriage: LocalExec,
  fields: Readonly<Record<string, unknown>>,
  options: CarryOptions,
): Carrier => {
  const identity = identityResource(scope, carriage, fields, options);
  const run = runResource(scope, carriage, identity);
  moveStates(scope, carriage.backend, { identity, run }, options.former);
  forgetProvider(scope, fields, options.former);
  return { holder: identity, ready: run };
};

/**
 * The resource that is the service for Terraform: its id is the owner of the service, known before anything is made. It holds all
 * fields, so a change of one is an update in place; another project or name replaces it where that is accepted, else the plan is
 * refused. Only its end terminates the service.
 * It never creates, so a create that fails never taints it. It waits for what the service waits for, and so ends before that.
 */
const identityResource = (
  scope: Construct,
  carriage: LocalExec,
  fields: Readonly<Record<string, unknown>>,
  { stack, preventDestroy, source, dependables }: CarryOptions,
): TerraformResource => {
  const { project, service_name, on_fork_change } = fields;
  const ends = command(carriage, 'terminate', {
    FORKCAST_OWNER: '${self.id}',
    FORKCAST_RESOURCE: '${jsonencode(self.triggers_replace)}',
    FORKCAST_STACK: escapeText(stack),
  });
  const identity = new TerraformData(scope, childIds.identity, {
    triggersReplace: { project, service_name },
    input: fields,
    provisioners: [{ ...ends, when: 'destroy' }],
    ...lifecycleOf({ mayBeReplaced: on_fork_change === 'replace', preventDestroy }),
    ...(dependables.length === 0 ? {} : { dependsOn: [...dependables] }),
  });
  // A plain address: within one stack it needs no token, and a token costs a stack trace.
  if (source) identity.dependsOn = [addressOf(source), ...(identity.dependsOn ?? [])];
  return identity;
};

const lifecycleOf = ({
  mayBeReplaced,
  preventDestroy,
}: {
  readonly mayBeReplaced: boolean;
  readonly preventDestroy: boolean;
}): { readonly lifecycle?: TerraformResourceLifecycle } => {
  const lifecycle = { ...(mayBeReplaced ? {} : staysItself), ...(preventDestroy ? { preventDestroy } : {}) };
  return Object.keys(lifecycle).length === 0 ? {} : { lifecycle };
};

/**
 * It keeps the name that it was made with, and a plan for another one is an error: nothing is ended that nobody accepted the loss of.
 * @see decideService, which says the same of every other maker
 */
const staysItself: TerraformResourceLifecycle = {
  ignoreChanges: ['triggers_replace'],
  postcondition: [
    {
      condition:
        '${self.triggers_replace.project == self.input.project && ' +
        'self.triggers_replace.service_name == self.input.service_name}',
      errorMessage:
        'This declaration was applied as ${self.triggers_replace.project}/${self.triggers_replace.service_name}; the configuration ' +
        'now says ${self.input.project}/${self.input.service_name}. Put the name back. To rename a service, fork it under the new ' +
        'name and take the old one out later. To accept its loss, or where it was never made, say onForkChange: "replace".',
    },
  ],
};

/**
 * The resource that runs the command, without fields of its own: a replaced identity or a changed field replaces it, and so runs
 * the command. The digest stands in the state, so that a run that was killed in between is made up for by the next one, which
 * `replace_triggered_by` would forget. Nothing runs at its end: an update never destroys.
 */
const runResource = (scope: Construct, carriage: LocalExec, identity: TerraformResource): TerraformResource => {
  const holder = addressOf(identity);
  const triggers = { declaration: `\${sha256(jsonencode(${holder}.input))}`, owner: `\${${holder}.id}` };
  const provisioners = [
    command(carriage, 'apply', {
      FORKCAST_OWNER: `\${${holder}.id}`,
      FORKCAST_RESOURCE: `\${jsonencode(${holder}.input)}`,
      FORKCAST_WORKSPACE: '${terraform.workspace}',
    }),
  ];
  return carriage.backend === 'terraform_data'
    ? new TerraformData(scope, childIds.run, { provisioners, triggersReplace: triggers })
    : nullResource(scope, childIds.run, { provisioners, triggers });
};

/** The command never changes: values reach it by its environment only. */
const command = (
  { entry, registry }: LocalExec,
  operation: 'apply' | 'terminate',
  values: Readonly<Record<string, string>>,
): LocalExecProvisioner => ({
  type: 'local-exec',
  command: 'node "$FORKCAST_ENTRY"',
  environment: {
    FORKCAST_ENTRY: escapeText(entry),
    FORKCAST_OPERATION: operation,
    FORKCAST_REGISTRY: escapeText(registry),
    ...values,
  },
});

/**
 * Takes states over: those of version 0.1.0, in which one resource held the fields and ran the command, and those in which the
 * service was declared at another place of the same stack.
 */
const moveStates = (
  scope: Construct,
  backend: LocalExecBackend,
  { identity, run }: { readonly identity: TerraformResource; readonly run: TerraformResource },
  former: FormerPlace | undefined,
): void => {
  const stack = TerraformStack.of(scope);
  const isSameState = former?.stack === stack.node.path && former.path !== scope.node.path;
  const place = isSameState ? former : { stack: stack.node.path, path: scope.node.path };
  const at = (...child: readonly string[]): string => logicalIdAt(stack, [...idsBelowStack(place), ...child]);
  const oldRun = `${backend}.${at(childIds.run)}`;
  const moves: readonly Move[] = [
    { from: `${backend}.${at()}`, to: oldRun },
    ...(isSameState
      ? [
          { from: oldRun, to: addressOf(run) },
          { from: `${TerraformData.tfResourceType}.${at(childIds.identity)}`, to: addressOf(identity) },
        ]
      : []),
  ];
  new Moves(scope, 'moved', moves);
};

/** A service that stands where it stood was made by the provider: its state lets go of it, and this backend takes it over. */
const forgetProvider = (
  scope: Construct,
  fields: Readonly<Record<string, unknown>>,
  former: FormerPlace | undefined,
): void => {
  if (former?.path === scope.node.path)
    new Forgotten(scope, 'forgotten', addressesAt(TerraformStack.of(scope), former, fields));
};

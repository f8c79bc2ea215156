import { withoutCredentials } from '../domain';
import { findAddress } from './address';
import type { CarrierSettings, Carrier, LocalExecBackend } from './carrier-settings';
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

interface LocalExec extends CarrierSettings {
  readonly backend: LocalExecBackend;
}

/**
 * The child whose end ends the service, the one that runs the command, and the one that is there once it has succeeded. Their names
 * stand in states: they never change.
 */
const childIds = { identity: 'identity', run: 'run', made: 'made' } as const;

/** Declares the three resources of a service whose commands are run by local-exec. */
export const localExecResources = (
  scope: Construct,
  settings: LocalExec,
  fields: Readonly<Record<string, unknown>>,
  options: CarryOptions,
): Carrier => {
  const identity = identityResource(scope, settings, fields, options);
  const run = runResource(scope, settings, identity);
  const made = madeResource(scope, { identity, run }, fields['on_fork_change'] === 'replace');
  moveStates(scope, settings.backend, { identity, run, made }, options.former);
  forgetProvider(scope, fields, options.former);
  return { holder: identity, ready: run };
};

/**
 * The resource that is the service for Terraform: its id is the owner of the service, known before anything is made. It holds all
 * fields, so a change of one is an update in place; another project or name replaces it where that is accepted, else it stays and
 * keeps its first one. Only its end terminates the service.
 * It never creates, so a create that fails never taints it. It waits for what the service waits for, and so ends before that.
 */
const identityResource = (
  scope: Construct,
  settings: LocalExec,
  fields: Readonly<Record<string, unknown>>,
  { stack, preventDestroy, source, dependables }: CarryOptions,
): TerraformResource => {
  const { project, service_name, on_fork_change } = fields;
  const ends = command(settings, 'terminate', {
    FORKCAST_OWNER: '${self.id}',
    FORKCAST_FIRST: '${jsonencode(self.triggers_replace)}',
    FORKCAST_RESOURCE: `\${jsonencode(${presentName})}`,
    FORKCAST_STACK: escapeText(stack),
  });
  const identity = new TerraformData(scope, childIds.identity, {
    triggersReplace: { project, service_name },
    input: fields,
    provisioners: [{ ...ends, when: 'destroy' }],
    ...buildLifecycle({ mayBeReplaced: on_fork_change === 'replace', preventDestroy }),
    ...(dependables.length === 0 ? {} : { dependsOn: [...dependables] }),
  });
  // A plain address: within one stack it needs no token, and a token costs a stack trace.
  if (source) identity.dependsOn = [findAddress(source), ...(identity.dependsOn ?? [])];
  return identity;
};

/** States of version 0.1.0 have no `input`. */
const presentName =
  'try({ project = self.input.project, service_name = self.input.service_name }, self.triggers_replace)';

const buildLifecycle = ({
  mayBeReplaced,
  preventDestroy,
}: {
  readonly mayBeReplaced: boolean;
  readonly preventDestroy: boolean;
}): { readonly lifecycle?: TerraformResourceLifecycle } => {
  const lifecycle = {
    ...(mayBeReplaced ? {} : { ignoreChanges: ['triggers_replace'] }),
    ...(preventDestroy ? { preventDestroy } : {}),
  };
  return Object.keys(lifecycle).length === 0 ? {} : { lifecycle };
};

/**
 * The resource that runs the command, without fields of its own: a replaced identity, a changed field or another registry replaces
 * it, and so runs the command. The digest stands in the state, so that a run that was killed in between is made up for by the next
 * one, which `replace_triggered_by` would forget. Nothing runs at its end: an update never destroys.
 */
const runResource = (scope: Construct, settings: LocalExec, identity: TerraformResource): TerraformResource => {
  const holder = findAddress(identity);
  const triggers = {
    declaration: `\${sha256(jsonencode(${holder}.input))}`,
    owner: `\${${holder}.id}`,
    registry: escapeText(withoutCredentials(settings.registry)),
  };
  const provisioners = [
    command(settings, 'apply', {
      FORKCAST_FIRST: `\${jsonencode(${holder}.triggers_replace)}`,
      FORKCAST_OWNER: `\${${holder}.id}`,
      FORKCAST_RESOURCE: `\${jsonencode(${holder}.input)}`,
      FORKCAST_WORKSPACE: '${terraform.workspace}',
    }),
  ];
  return settings.backend === 'terraform_data'
    ? new TerraformData(scope, childIds.run, { provisioners, triggersReplace: triggers })
    : nullResource(scope, childIds.run, { provisioners, triggers });
};

/**
 * The resource that is there once the command has succeeded: it remembers the name that the service was made with, and a plan for
 * another one is an error, so nothing is ended that nobody accepted the loss of. A command that fails never taints it.
 * @see decideService, which says the same of every other maker
 */
const madeResource = (
  scope: Construct,
  { identity, run }: { readonly identity: TerraformResource; readonly run: TerraformResource },
  mayBeReplaced: boolean,
): TerraformResource => {
  const input = `${findAddress(identity)}.input`;
  const name = `\${${input}.project}/\${${input}.service_name}`;
  const postcondition = {
    condition: `\${self.input == "${name}"}`,
    errorMessage:
      `This declaration was applied as \${self.input}; the configuration now says ${name}. Put the name back. To rename a service, ` +
      'fork it under the new name and take the old one out later. To accept its loss, say onForkChange: "replace".',
  };
  const made = new TerraformData(scope, childIds.made, {
    input: name,
    ...(mayBeReplaced ? {} : { lifecycle: { ignoreChanges: ['input'], postcondition: [postcondition] } }),
  });
  made.dependsOn = [findAddress(run)];
  return made;
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
  parts: Readonly<Record<keyof typeof childIds, TerraformResource>>,
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
          { from: oldRun, to: findAddress(parts.run) },
          ...([childIds.identity, childIds.made] as const).map((id) => ({
            from: `${TerraformData.tfResourceType}.${at(id)}`,
            to: findAddress(parts[id]),
          })),
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

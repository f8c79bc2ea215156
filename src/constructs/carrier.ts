import { addressOf } from './address';
import type { CarryOptions } from './carry-options';
import type { Construct, ITerraformDependable, LocalExecProvisioner, TerraformResource } from './cdktf';
import { escapeTemplates } from './expression';
import { nullResource } from './null-resource';
import { providerResources } from './provider-backend';
import { TerraformData } from './terraform-data';

/** Which Terraform resource carries a declared service: one with commands, or one of Forkcast's own provider. */
export type Backend = LocalExecBackend | 'provider';

/** The carriers whose commands are run by local-exec. */
type LocalExecBackend = 'terraform_data' | 'null_resource';

/** What a carrier needs to know besides the fields. */
export interface Carriage {
  readonly backend: Backend;
  /** Absolute path of the program that local-exec runs. */
  readonly entry: string;
  /** Location of the registry, its path absolute. */
  readonly registry: string;
}

/** The resources that carry a declared service; the one that comes back is what others wait for. */
export const carryService = (
  scope: Construct,
  carriage: Carriage,
  fields: Readonly<Record<string, unknown>>,
  options: CarryOptions,
): TerraformResource => {
  const { backend } = carriage;
  if (backend === 'provider') return providerResources(scope, carriage.registry, escapeFields(fields), options);
  const run = { ...carriage, backend };
  const { project, service_name } = fields;
  const identity = identityResource(scope, run, { project, service_name }, options.stack);
  const before = options.source === undefined ? [] : [addressOf(options.source)];
  return settingsResource(scope, run, fields, {
    addresses: [addressOf(identity), ...before],
    dependables: options.dependables,
  });
};

interface LocalExec extends Carriage {
  readonly backend: LocalExecBackend;
}

/**
 * The resource that makes and ends nothing but the service's existence: its triggers hold project and name, so it is replaced
 * only when one of them changes, and only its end terminates the service, if `stack` made it. It never creates, so it can never be tainted.
 */
const identityResource = (
  scope: Construct,
  carriage: LocalExec,
  fields: { readonly project: unknown; readonly service_name: unknown },
  stack: string,
): TerraformResource =>
  carry(
    scope,
    'identity',
    carriage,
    fields,
    [provisioner(carriage, { operation: 'terminate', when: 'destroy', stack })],
    [],
  );

/**
 * The resource that carries all fields: a change replaces it, and its replacement creates, adopts or updates the service.
 * It has nothing that runs at its end, so an update never destroys.
 */
const settingsResource = (
  scope: Construct,
  carriage: LocalExec,
  fields: Readonly<Record<string, unknown>>,
  after: { readonly addresses: readonly string[]; readonly dependables: readonly ITerraformDependable[] },
): TerraformResource => {
  const resource = carry(
    scope,
    'Default',
    carriage,
    fields,
    [provisioner(carriage, { operation: 'apply' })],
    after.dependables,
  );
  // Plain addresses: within one stack they need no token, and a token costs a stack trace each.
  resource.dependsOn = [...after.addresses, ...(resource.dependsOn ?? [])];
  return resource;
};

const carry = (
  scope: Construct,
  id: string,
  { backend }: LocalExec,
  fields: Readonly<Record<string, unknown>>,
  provisioners: LocalExecProvisioner[],
  dependables: readonly ITerraformDependable[],
): TerraformResource => {
  const meta = { provisioners, ...(dependables.length === 0 ? {} : { dependsOn: [...dependables] }) };
  switch (backend) {
    case 'terraform_data':
      return new TerraformData(scope, id, { ...meta, triggersReplace: escapeFields(fields) });
    case 'null_resource':
      return nullResource(scope, id, { ...meta, fields });
  }
};

const escapeFields = (fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, escapeTemplates(value)] as const));

/** The command never changes: values reach it by its environment only. */
const command = 'node "$FORKCAST_ENTRY"';

const triggersOf = { terraform_data: 'triggers_replace', null_resource: 'triggers' } as const;

const provisioner = (
  { backend, entry, registry }: LocalExec,
  run: { readonly operation: 'apply' | 'terminate'; readonly when?: 'destroy'; readonly stack?: string },
): LocalExecProvisioner => ({
  type: 'local-exec',
  command,
  ...(run.when === undefined ? {} : { when: run.when }),
  environment: {
    FORKCAST_ENTRY: String(escapeTemplates(entry)),
    FORKCAST_OPERATION: run.operation,
    FORKCAST_REGISTRY: String(escapeTemplates(registry)),
    ...(run.stack === undefined ? {} : { FORKCAST_STACK: String(escapeTemplates(run.stack)) }),
    FORKCAST_RESOURCE: `\${jsonencode(self.${triggersOf[backend]})}`,
  },
});

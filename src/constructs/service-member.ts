import { readRecord } from './record';
import { findAddress } from './address';
import type { CarrierSettings } from './carrier-settings';
import { Construct, TerraformResource, TerraformStack } from './cdktf';
import type { ITerraformDependable } from './cdktf';
import { escapeTemplates, escapeText } from './expression';
import { ForkcastScope } from './forkcast';
import { freeId } from './free-id';
import { MemberResource } from './member-resource';
import type { CopiedKind } from './member-resource';
import { checkToolkit } from './one-toolkit';
import { forkcastProvider } from './provider-backend-provider';
import { Service } from './service';
import type { ServiceSource } from './source';
import { TerraformData } from './terraform-data';

/** How something inside a service, or between two, is made by each backend. */
interface MemberDeclaration {
  /** The service that it is in, first, and another one that it needs. */
  readonly services: readonly [ServiceSource, ...ServiceSource[]];
  readonly dependsOn: readonly ITerraformDependable[];
  /** The provider's resource, and its attributes besides the project. */
  readonly type: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  /** What a fork copies of its kind, and its name. Undefined: forks copy none. */
  readonly copied: { readonly kind: CopiedKind; readonly name: string } | undefined;
  /** Subcommands of `forkcast service`, run one after the other, each flag with its value; what is undefined is left out. */
  readonly commands: readonly MemberCommand[];
}

interface MemberCommand {
  readonly name: string;
  /** Stands behind the name. @default none */
  readonly service?: string;
  readonly flags: Readonly<Record<string, string | number | undefined>>;
  readonly ifMissing?: true;
}

/** Something inside a service, or between two: made once they are there. */
export abstract class ServiceMember extends Construct implements ITerraformDependable {
  protected readonly resource: TerraformResource;

  /** @throws ConfigurationError when its scope has another construct with this id. */
  protected constructor(scope: Construct, id: string, declared: MemberDeclaration) {
    checkToolkit(scope, id);
    super(scope, freeId(scope, id));
    const { carrierSettings } = ForkcastScope.of(this);
    const needed = declared.services.filter((one) => one instanceof Service);
    const stack = TerraformStack.of(this);
    const here = needed.filter((one) => TerraformStack.of(one) === stack);
    for (const one of needed) if (!here.includes(one)) stack.addDependency(TerraformStack.of(one));
    const dependsOn = [...here, ...declared.dependsOn];
    this.resource =
      carrierSettings.backend === 'provider'
        ? provided(this, carrierSettings, { ...declared, dependsOn })
        : commanded(this, carrierSettings, { ...declared, dependsOn }, here);
    this.node.defaultChild = this.resource;
  }

  /** What others name in their `dependsOn`. */
  get fqn(): string {
    return this.resource.fqn;
  }
}

/** The child that is the member itself: CDKTF leaves it out of the resource's name. */
const mainId = 'Default';

const provided = (
  scope: Construct,
  { registry }: CarrierSettings,
  { services: [service], type, attributes, copied, dependsOn }: MemberDeclaration,
): TerraformResource =>
  new MemberResource(scope, mainId, {
    type,
    provider: forkcastProvider(scope, registry, TerraformStack.of(scope).node.path),
    dependsOn,
    attributes: { project: escapeTemplates(service.project), ...readRecord(escapeTemplates(attributes)) },
    blocks: {},
    copied: () => {
      if (copied === undefined || !(service instanceof Service) || !service.takesChildrenOver) return undefined;
      const id = [service.project, service.serviceName, copied.name].map(escapeText).join('/');
      return { importId: service.hasFromSource(copied.kind, copied.name) ? id : undefined };
    },
  });

/** Made where it is not there, and never ended: the end of its service takes it along. */
const commanded = (
  scope: Construct,
  { program, registry }: CarrierSettings,
  { services: [service], commands, dependsOn }: MemberDeclaration,
  here: readonly Service[],
): TerraformResource => {
  const values: Record<string, string> = {};
  const keep = (name: string, value: string | number): string => {
    values[name] = escapeText(String(value));
    return `"$${name}"`;
  };
  const lines = commands.map(({ name, service: of, flags, ifMissing }) =>
    [
      `node "$FORKCAST_PROGRAM" service ${name}`,
      ...(of === undefined ? [] : [keep('FORKCAST_SERVICE', of)]),
      ...Object.entries(flags).flatMap(([flag, value]) =>
        value === undefined ? [] : [`--${flag}=${keep(`FORKCAST_${flag.toUpperCase().replaceAll('-', '_')}`, value)}`],
      ),
      ...(ifMissing ? ['--if-missing'] : []),
    ].join(' '),
  );
  const [command, project] = [lines.join(' && '), escapeText(service.project)];
  const made = here.flatMap((one) => {
    const { defaultChild } = one.node;
    return TerraformResource.isTerraformResource(defaultChild) ? [`\${${findAddress(defaultChild)}.id}`] : [];
  });
  return new TerraformData(scope, mainId, {
    triggersReplace: { command, project, ...values, ...(made.length === 0 ? {} : { services: made.join(' ') }) },
    dependsOn: [...dependsOn],
    provisioners: [
      {
        type: 'local-exec',
        command,
        environment: {
          FORKCAST_PROGRAM: escapeText(program),
          FORKCAST_PROJECT: project,
          FORKCAST_REGISTRY: escapeText(registry),
          ...values,
        },
      },
    ],
  });
};

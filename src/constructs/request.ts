import { known, parseDurationMs, serviceRequest } from '../domain';
import type { Acknowledgement, Carried, DeclaredIntegration, Fact, ServiceRequest } from '../domain';
import type { IConstruct } from './cdktf';
import type { ServiceDeclaration } from './declaration';
import type { FormerPlace } from './former-place';
import { ValueReader } from './value-reader';
import type { Settings } from './settings';

/** Everything that a request is read from. */
interface RequestContext {
  readonly scope: IConstruct;
  readonly stack: string;
  readonly project: string;
  readonly declaration: ServiceDeclaration;
  readonly settings: Settings;
  /** Addresses of declared services that Terraform makes first. */
  readonly after: readonly string[];
  readonly acknowledgements: readonly Acknowledgement[];
  readonly carried: Carried;
  readonly former: FormerPlace | undefined;
}

/** A declared service as the rules see it: plain values are known, expressions are not, until apply. */
export const readRequest = (context: RequestContext): ServiceRequest => {
  const { declaration, settings, scope } = context;
  const reader = new ValueReader(scope);
  const declaredAt = settings.source?.declaredAt;
  const request = serviceRequest({
    address: scope.node.path,
    stack: context.stack,
    project: reader.text('project', context.project),
    serviceName: reader.text('service_name', declaration.serviceName),
    serviceType: known(declaration.serviceType),
    plan: reader.optionalText('plan', declaration.plan),
    cloud: reader.optionalText('cloud_name', declaration.cloudName),
    diskSpaceMb: reader.optionalNumber('disk_space_mb', declaration.diskSpaceMb),
    terminationProtection: reader.optionalTruth('termination_protection', declaration.terminationProtection),
    tags: reader.texts('tags', declaration.tags),
    powered: reader.optionalTruth('powered', declaration.powered),
    maintenanceDow: reader.optionalText('maintenance_window_dow', declaration.maintenanceWindowDow),
    maintenanceTime: reader.optionalText('maintenance_window_time', declaration.maintenanceWindowTime),
    techEmails:
      declaration.techEmails === undefined ? known(undefined) : reader.textList('tech_emails', declaration.techEmails),
    projectVpcId: reader.optionalText('project_vpc_id', declaration.projectVpcId),
    staticIps: reader.textList('static_ips', declaration.staticIps ?? []),
    userConfig: reader.settings(declaration.serviceType, settings),
    integrations: (declaration.integrations ?? []).map((integration): DeclaredIntegration => ({
      type: reader.text('service_integrations', integration.integrationType),
      sourceService: reader.optionalText('service_integrations', integration.sourceService),
      destinationService: reader.optionalText('service_integrations', integration.destinationService),
    })),
    createTimeoutMs: readTimeout(declaration),
    ...(declaredAt === undefined ? {} : { source: { kind: 'declared', address: declaredAt } }),
    from: declaration.from ?? 'any',
    latestTransaction: declaration.latestTransaction === true,
    onForkChange: declaration.onForkChange ?? 'refuse',
    waitsForSource: declaredAt !== undefined,
    after: context.after,
    acknowledgements: context.acknowledgements,
    carried: context.carried,
    ...(context.former === undefined ? {} : { movedFrom: context.former }),
  });
  return reader.volatile.length === 0 ? request : { ...request, volatile: reader.volatile };
};

const readTimeout = ({ timeouts }: ServiceDeclaration): Fact<number | undefined> =>
  known(timeouts?.create === undefined ? undefined : parseDurationMs(timeouts.create));

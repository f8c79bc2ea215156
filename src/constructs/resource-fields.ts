import type { ServiceResource } from '../domain';
import { canonicalSettings } from './canonical-settings';
import type { ServiceDeclaration } from './declaration';
import type { FormerPlace } from './former-place';
import type { Settings } from './settings';

/** What is known of a declared service besides what its author wrote. */
interface DeclarationContext {
  readonly project: string;
  readonly stack: string;
  readonly path: string;
  readonly former: FormerPlace | undefined;
}

/** Longest time that a create or update takes unless the author says another: the vendor's default. */
const defaultCreateTimeout = '20m';

type FieldName = keyof ServiceResource;

/** Those that mean the same at every door, as they are written. */
export const plainFields = (declaration: ServiceDeclaration) => ({
  plan: declaration.plan,
  cloud_name: declaration.cloudName,
  disk_space_mb: declaration.diskSpaceMb,
  termination_protection: declaration.terminationProtection,
  tags: declaration.tags,
  maintenance_window_dow: declaration.maintenanceWindowDow,
  maintenance_window_time: declaration.maintenanceWindowTime,
  tech_emails: declaration.techEmails,
  project_vpc_id: declaration.projectVpcId,
  powered: declaration.powered,
});

/**
 * A declared service in the fields that travel through Terraform, as `ServiceResource` names them. Values are as written:
 * expressions among them are worked out at apply, and what can be spelled in several ways is spelled in one.
 */
export const resourceFields = (
  declaration: ServiceDeclaration,
  settings: Settings,
  { project, stack, path, former }: DeclarationContext,
): Readonly<Record<string, unknown>> => {
  const declaredSource = settings.source?.declaredAt;
  const fields: Readonly<Record<FieldName, unknown>> = {
    project,
    service_name: declaration.serviceName,
    service_type: declaration.serviceType,
    ...plainFields(declaration),
    user_config: canonicalSettings(settings.values),
    secrets: Object.keys(settings.secrets).length === 0 ? undefined : settings.secrets,
    static_ips: declaration.staticIps,
    service_integrations: declaration.integrations?.map((integration) => ({
      integration_type: integration.integrationType,
      ...(integration.sourceService === undefined ? {} : { source_service: integration.sourceService }),
      ...(integration.destinationService === undefined ? {} : { dest_service: integration.destinationService }),
    })),
    from: declaration.from,
    latest_transaction: declaration.latestTransaction === true ? true : undefined,
    on_fork_change: declaration.onForkChange ?? 'refuse',
    source_address: declaredSource,
    wait_for_source: declaredSource === undefined ? undefined : true,
    create_timeout: declaration.timeouts?.create ?? defaultCreateTimeout,
    moved_from: former,
    stack,
    path,
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
};

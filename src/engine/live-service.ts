import type { ServiceBody } from '../api';
import {
  known,
  requestFields,
  type JsonValue,
  type LiveService,
  type ServiceResource,
  serviceRequest,
  type ServiceRequest,
  withoutSecrets,
} from '../domain';
import { withoutSecrets as withoutDeclared } from './secrets';

/** What the registry answered, in the planner's words. Secrets are not compared. */
export const readLiveService = (resource: ServiceResource, actual: ServiceBody): LiveService => {
  const { lineage, origin } = actual.forkcast ?? {};
  return {
    project: resource.project,
    service: resource.service_name,
    type: actual.service_type,
    plan: actual.plan,
    cloud: actual.cloud_name,
    diskSpaceMb: actual.disk_space_mb,
    state: actual.state,
    userConfig: withoutDeclared(withoutSecrets(actual.service_type, actual.user_config), resource),
    tags: actual.tags,
    terminationProtection: actual.termination_protection,
    ...(actual.maintenance === undefined ? {} : { maintenance: actual.maintenance }),
    ...(actual.tech_emails === undefined ? {} : { techEmails: actual.tech_emails.map(({ email }) => email) }),
    lineage: lineage ? { role: lineage.role, backupName: lineage.backup_name } : null,
    origin: origin ? { latestTransaction: origin.latest_transaction } : null,
  };
};

/** A declared service in the planner's words. A key that was declared `prior` and is not any more is reset. */
export const buildDesiredService = (resource: ServiceResource, prior?: ServiceResource): ServiceRequest => {
  const dropped = Object.keys(prior?.user_config ?? {}).map((key) => [key, null] as const);
  const asWritten = <Name extends keyof ServiceResource>(name: Name) => known(resource[name]);
  const settings: Readonly<Record<string, JsonValue>> = { ...Object.fromEntries(dropped), ...resource.user_config };
  return serviceRequest({
    address: resource.path,
    project: known(resource.project),
    serviceName: known(resource.service_name),
    serviceType: known(resource.service_type),
    ...requestFields({ text: asWritten, number: asWritten, truth: asWritten, texts: asWritten, map: asWritten }),
    userConfig: Object.fromEntries(Object.entries(settings).map(([key, value]) => [key, known(value)])),
    from: resource.from ?? 'any',
    latestTransaction: resource.latest_transaction ?? false,
    onForkChange: resource.on_fork_change,
  });
};

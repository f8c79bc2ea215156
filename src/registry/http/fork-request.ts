import {
  given,
  known,
  serviceCode,
  serviceRequest,
  takeoverCode,
  type ReaderLanguage,
  type ServiceFacts,
  type ServiceRequest,
} from '../../domain';
import type { CreateService } from '../commands';

/** A create as whoever judges forks reads it. */
export const requestFromCommand = (
  command: CreateService,
  source: Pick<ServiceFacts, 'tags'>,
  reader: ReaderLanguage = 'cli',
): ServiceRequest =>
  serviceRequest({
    address: command.service,
    reader,
    project: known(command.project),
    serviceName: known(command.service),
    serviceType: known(command.serviceType),
    plan: known(command.plan),
    cloud: known(command.cloud),
    diskSpaceMb: known(command.diskSpaceMb),
    terminationProtection: known(command.terminationProtection ?? false),
    tags: known({ ...(command.copyTags === true ? source.tags : {}), ...command.tags }),
    userConfig: Object.fromEntries(Object.entries(command.userConfig).map(([key, value]) => [key, known(value)])),
    from: command.from ?? 'any',
    latestTransaction: command.latestTransaction === true,
  });

/** A create as code, in each language. */
export const codeFromCommand = (command: CreateService, source: Pick<ServiceFacts, 'tags'>) =>
  serviceCode({
    project: command.project,
    service_name: command.service,
    service_type: command.serviceType,
    user_config: command.userConfig,
    ...given({
      plan: command.plan,
      cloud_name: command.cloud,
      disk_space_mb: command.diskSpaceMb,
      termination_protection: command.terminationProtection,
      tags: { ...(command.copyTags === true ? source.tags : {}), ...command.tags },
      from: command.from,
      latest_transaction: command.latestTransaction,
    }),
  });

/** What takes a live service into a stack: the declaration of it as it is. */
export const takeoverOf = ({ project, service, type, plan, cloud, diskSpaceMb, tags, ...rest }: ServiceFacts) =>
  takeoverCode({
    project,
    service_name: service,
    service_type: type,
    plan,
    cloud_name: cloud,
    disk_space_mb: diskSpaceMb,
    ...(rest.terminationProtection ? { termination_protection: true } : {}),
    tags,
    user_config: rest.userConfig,
  });

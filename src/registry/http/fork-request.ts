import { known, serviceRequest, type ServiceFacts, type ServiceRequest } from '../../domain';
import type { CreateService } from '../commands';

/** A create as whoever judges forks reads it. */
export const requestFromCommand = (command: CreateService, source: Pick<ServiceFacts, 'tags'>): ServiceRequest =>
  serviceRequest({
    address: command.service,
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

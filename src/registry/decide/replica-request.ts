import { serviceKey } from '../../domain';
import type { CreateService, IntegrationSpec } from '../commands';
import { givenKey } from './fork-request';
import { refuse } from './decision';
import type { Refused } from './decision';
import { replicaTypes } from './replica-types';

/**
 * A create whose fork key names the service that it replicates: by pg_read_replica, as the vendor's client asks, or by an integration
 * of the same source, as its published Terraform example does. Then nothing is restored: it is a replica, with its integration.
 * Two services to follow are refused. `none`: it is no such create; a replica of one service and fork of another is refused as a fork.
 */
export const readReplicaAsked = (
  command: CreateService,
): Refused | { readonly kind: 'none' } | { readonly kind: 'replica'; readonly command: CreateService } => {
  const { userConfig, integrations = [], project } = command;
  const [current, deprecated] = ['service_to_fork_from', 'pg_service_to_fork_from'].map((key) =>
    givenKey(userConfig, key),
  );
  const source = current ?? deprecated;
  const isByKey = userConfig.pg_read_replica === true;
  const followed = integrations.filter(isReplicating);
  const [first, second] = new Set(
    followed.filter(({ destinationService: end }) => isSelf(end, command)).map((one) => sourceKey(one, project)),
  );
  if (first !== undefined && second !== undefined) return followsTwo(command.service, first, second);
  if (source === undefined) return isByKey && followed.length > 0 ? { kind: 'replica', command } : { kind: 'none' };
  const isSame = followed.length === 0 ? isByKey : followed.every((one) => refersTo(one, source, command));
  if (!isSame) return { kind: 'none' };
  if (current !== undefined && deprecated !== undefined && current !== deprecated) return { kind: 'none' };
  const restore = ['recovery_target_time', 'recovery_basebackup_name'].find(
    (key) => givenKey(userConfig, key) !== undefined,
  );
  const location = command.from === undefined ? undefined : 'a storage location';
  const point = restore ?? location ?? (command.latestTransaction === true ? 'the latest transaction' : undefined);
  if (point !== undefined) {
    return refuse(
      'fork_replica_conflict',
      `A replica follows ${source} and restores no backup, so ${point} means nothing. Leave it out.`,
    );
  }
  if (followed.length > 0) return { kind: 'replica', command };
  const sourceProject = givenKey(userConfig, 'project_to_fork_from') ?? project;
  const own: IntegrationSpec = { integrationType: 'read_replica', sourceProject, sourceService: source };
  return { kind: 'replica', command: { ...command, integrations: [...integrations, own] } };
};

const isSelf = (end: string | undefined, { service }: CreateService): boolean => (end ?? service) === service;

const sourceKey = ({ sourceProject = '', sourceService = '' }: IntegrationSpec, own: string): string =>
  serviceKey({ project: sourceProject === '' ? own : sourceProject, service: sourceService });

const followsTwo = (service: string, first: string, second: string): Refused =>
  refuse(
    'fork_replica_conflict',
    `${service} would follow ${first} and ${second}, and a replica follows one service. ` +
      'Keep the integration with one of them, and take the other out.',
  );

const isReplicating = ({ integrationType, sourceService }: IntegrationSpec): boolean =>
  replicaTypes.includes(integrationType) && sourceService !== undefined;

const refersTo = ({ sourceProject, sourceService }: IntegrationSpec, source: string, command: CreateService): boolean =>
  sourceService === source &&
  (sourceProject ?? command.project) === (givenKey(command.userConfig, 'project_to_fork_from') ?? command.project);

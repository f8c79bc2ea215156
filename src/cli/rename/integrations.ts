import type { IntegrationBody, IntegrationCreateBody, RegistryClient } from '../../api';
import { given, type JsonObject } from '../../domain';
import type { Rename } from './plan';

/** One integration of the original, as its fork would have it, and what became of it. */
export interface MovedIntegration {
  readonly id: string;
  readonly type: string;
  readonly ends: string;
  readonly status: 'to-make' | 'made' | 'there' | 'refused' | 'not-possible';
  /** Why it was refused, or what has to be done; empty when there is nothing to say. */
  readonly note: string;
  readonly request: IntegrationCreateBody;
}

/** Integrations that a service only gets at its creation. */
const replicaTypes = ['read_replica', 'disaster_recovery'];

/** What the fork lacks, because no integration is copied; those it has already are there. */
export const listMoves = async (
  client: RegistryClient,
  rename: Rename,
  fork: string | undefined,
): Promise<readonly MovedIntegration[]> => {
  const { project, source } = rename;
  const there = fork === undefined ? [] : await client.listIntegrations(project, fork);
  const keys = new Set(there.map((one) => buildKey(buildRequest(one, rename))));
  return (await client.listIntegrations(project, source.service_name)).map((one) => {
    const request = buildRequest(one, rename);
    const moved = { id: one.service_integration_id, type: one.integration_type, ends: describeEnds(request), request };
    if (replicaTypes.includes(one.integration_type)) {
      return { ...moved, status: 'not-possible', note: 'make another replica, of the new service' };
    }
    return keys.has(buildKey(request))
      ? { ...moved, status: 'there', note: '' }
      : { ...moved, status: 'to-make', note: writeCommand(rename.project, request) };
  });
};

/** Makes those that are to be made; a refusal of one does not stop the others. */
export const makeMoves = async (
  client: RegistryClient,
  project: string,
  moves: readonly MovedIntegration[],
): Promise<readonly MovedIntegration[]> => {
  const { RequestRefusedError } = await import('../../api/index.js');
  const made: MovedIntegration[] = [];
  for (const move of moves) {
    if (move.status !== 'to-make') {
      made.push(move);
      continue;
    }
    try {
      await client.createIntegration(project, move.request);
      made.push({ ...move, status: 'made', note: hasSettings(move) ? 'set the secrets of its settings again' : '' });
    } catch (error) {
      if (!(error instanceof RequestRefusedError)) throw error;
      made.push({ ...move, status: 'refused', note: error.message });
    }
  }
  return made;
};

const hasSettings = ({ request }: MovedIntegration): boolean => Object.keys(request.user_config ?? {}).length > 0;

/** The same integration with the new name in the place of the old. */
const buildRequest = (one: IntegrationBody, { project, source, to }: Rename): IntegrationCreateBody => {
  const renamed = (inProject: string | null, service: string | null): string | null =>
    service === source.service_name && (inProject ?? project) === project ? to : service;
  const settings: JsonObject = one.user_config ?? {};
  const ends = given({
    source_project: one.source_project,
    source_service: renamed(one.source_project, one.source_service),
    source_endpoint_id: one.source_endpoint_id,
    dest_project: one.dest_project,
    dest_service: renamed(one.dest_project, one.dest_service),
    dest_endpoint_id: one.dest_endpoint_id,
  });
  return { integration_type: one.integration_type, ...ends, user_config: settings };
};

const buildKey = (request: IntegrationCreateBody): string => `${request.integration_type} ${describeEnds(request)}`;

const describeEnds = (request: IntegrationCreateBody): string =>
  `from ${describeEnd(request.source_project, request.source_service, request.source_endpoint_id)} ` +
  `to ${describeEnd(request.dest_project, request.dest_service, request.dest_endpoint_id)}`;

type End = string | null | undefined;

const describeEnd = (project: End, service: End, endpoint: End): string =>
  service ? `${project ?? ''}/${service}` : `endpoint ${endpoint ?? ''}`;

const writeCommand = (project: string, request: IntegrationCreateBody): string => {
  const flags: readonly (readonly [string, End])[] = [
    ['-s', request.source_service],
    ['-S', request.source_endpoint_id],
    ['-d', request.dest_service],
    ['-D', request.dest_endpoint_id],
    ['--source-project', request.source_project === project ? undefined : request.source_project],
    ['--dest-project', request.dest_project === project ? undefined : request.dest_project],
  ];
  return [
    `forkcast service integration-create --project ${project} -t ${request.integration_type}`,
    ...flags.flatMap(([flag, value]) => (value ? [`${flag} ${value}`] : [])),
  ].join(' ');
};

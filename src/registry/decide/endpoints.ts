import { endpointTypes } from '../../domain';
import type { ProjectCommand } from '../commands';
import type { EndpointRecord } from '../records';
import { drawUuid } from '../seeded';
import { checkCount, checkSize } from './check-size';
import { accept, refuse } from './decision';
import type { DecideContext, Decision } from './decision';
import { projectMissing } from './find-service';
import { sealSettings } from './seal-settings';

type Command<Type extends ProjectCommand['type']> = Extract<ProjectCommand, { readonly type: Type }>;

const namePattern = /^[A-Za-z0-9_][A-Za-z0-9_. -]{0,254}$/;

/** Decides a new integration endpoint. Order of checks: project, name, type, name taken. */
export const decideCreateEndpoint = (context: DecideContext, command: Command<'CreateEndpoint'>): Decision => {
  const { project, name, endpointType } = command;
  if (context.project(project) === undefined) return projectMissing(project);
  if (!namePattern.test(name)) {
    return refuse(
      'name_invalid',
      `The name of an endpoint has 1 to 255 letters, digits, spaces and _.-, got ${JSON.stringify(name).slice(0, 80)}.`,
    );
  }
  if (!endpointTypes.some((type) => type.name === endpointType)) {
    return refuse(
      'endpoint_type_unknown',
      `No endpoint type is called '${endpointType.slice(0, 80)}'. Choose one of ${endpointTypes.map((type) => type.name).join(', ')}.`,
    );
  }
  if (context.endpoints(project).some((endpoint) => endpoint.name === name)) {
    return refuse(
      'endpoint_already_exists',
      `An endpoint ${name} already exists in project ${project}. Choose another name.`,
    );
  }
  const objection =
    checkCount('endpoints', context.endpoints(project).length, `Project ${project}`) ??
    checkSize(command.userConfig, 'endpoint');
  if (objection !== undefined) return objection;
  const { seed } = context.registry;
  const id = drawUuid(seed, 'endpoint', project, name, context.streamVersion(`project/${project}`));
  const sealed = sealSettings(context, { kind: 'endpoint', type: endpointType }, command.userConfig);
  if (sealed.kind === 'refused') return sealed;
  const endpoint = { id, project, name, endpointType, userConfig: sealed.settings };
  return accept([{ type: 'EndpointCreated', project, endpoint }], id);
};

/** Decides new settings of an endpoint, in place of all there were. */
export const decideUpdateEndpoint = (context: DecideContext, command: Command<'UpdateEndpoint'>): Decision => {
  const found = findEndpoint(context, command);
  if (found === undefined) return endpointMissing(command);
  const objection = checkSize(command.userConfig, 'endpoint');
  if (objection !== undefined) return objection;
  const owner = { kind: 'endpoint', type: found.endpointType } as const;
  const sealed = sealSettings(context, owner, command.userConfig, found.userConfig);
  if (sealed.kind === 'refused') return sealed;
  const endpoint = { ...found, userConfig: sealed.settings };
  return accept([{ type: 'EndpointChanged', project: command.project, endpoint }]);
};

/** Decides the end of an endpoint; one that an integration uses stays. */
export const decideDeleteEndpoint = (context: DecideContext, command: Command<'DeleteEndpoint'>): Decision => {
  const found = findEndpoint(context, command);
  if (found === undefined) return endpointMissing(command);
  const user = context
    .integrations()
    .find(({ source, destination }) =>
      [source, destination].some((end) => end.kind === 'endpoint' && end.name === found.id),
    );
  return user === undefined
    ? accept([{ type: 'EndpointDeleted', project: command.project, endpoint: found }])
    : refuse('endpoint_in_use', `Integration ${user.id} uses endpoint ${found.name}. Delete the integration first.`);
};

interface EndpointId {
  readonly project: string;
  readonly endpointId: string;
}

const findEndpoint = (context: DecideContext, { project, endpointId }: EndpointId): EndpointRecord | undefined =>
  context.endpoints(project).find(({ id }) => id === endpointId);

const endpointMissing = ({ project, endpointId }: EndpointId): Decision =>
  refuse(
    'endpoint_not_found',
    `Project ${project} has no integration endpoint ${endpointId}. List its endpoints, and check the id.`,
  );

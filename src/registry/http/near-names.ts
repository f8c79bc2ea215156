import { nearestName, nearestService, serviceNamePattern, type JsonObject } from '../../domain';
import { givenKey, givenSource } from '../decide/fork-request';
import type { Registry } from '../registry';
import type { Reply } from './answer';

type Names = Pick<Registry, 'projects' | 'services' | 'status'>;

/** Names that a request gives, with the source of the fork where it asks for one. */
interface Named {
  readonly project?: string;
  readonly service?: string;
  readonly userConfig?: JsonObject;
}

/** Where there are more services, their names are not compared: a client may ask for what is not there again and again. */
const mostCompared = 500;

/**
 * An answer that names a project, service or source that is not there, with the one that was meant, among those that the asker sees.
 */
export const withNearName = <Body>(registry: Names, answer: Reply<Body>, named: Named): Reply<Body> => {
  const [error] = answer.status === 200 ? [] : answer.body.errors;
  if (answer.status === 200 || error === undefined || error.message.includes('Did you mean')) return answer;
  const { message: text } = error;
  const near = nearName(registry, error.error_code, named);
  if (near === undefined) return answer;
  const message = `${text}${text.endsWith('.') ? '' : '.'} Did you mean ${near}?`;
  return { ...answer, body: { message, errors: [{ ...error, message }] } };
};

const nearName = (registry: Names, code: string, named: Named): string | undefined => {
  const { project = '', service = '', userConfig = {} } = named;
  switch (code) {
    case 'project_not_found':
      return nearProject(registry, project);
    case 'service_not_found':
      return nearService(registry, project, service);
    case 'fork_source_not_found': {
      const source = givenSource(userConfig);
      if (source === undefined) return undefined;
      const home = givenKey(userConfig, 'project_to_fork_from') ?? project;
      const other = registry.projects().some(({ name }) => name === home) ? undefined : nearProject(registry, home);
      return other === undefined ? nearService(registry, home, source) : `project ${other}`;
    }
    case 'user_config_value_invalid': {
      const source = givenSource(userConfig);
      if (source === undefined || serviceNamePattern.test(source)) return undefined;
      return nearService(registry, givenKey(userConfig, 'project_to_fork_from') ?? project, source);
    }
    default:
      return undefined;
  }
};

const nearProject = (registry: Names, name: string): string | undefined =>
  nearestName(
    name.slice(0, 80),
    registry.projects().map((project) => project.name),
  );

const nearService = (registry: Names, project: string, name: string): string | undefined => {
  if (registry.status().services > mostCompared) return undefined;
  const names = (registry.services(project) ?? []).map(({ facts: { service } }) => service);
  return nearestService(name.slice(0, 80), names);
};

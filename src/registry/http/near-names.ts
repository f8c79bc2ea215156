import type { ApiResponse } from '../../api';
import { isJsonObject, nearestName, type JsonObject } from '../../domain';
import type { Registry } from '../registry';

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
export const withNearName = (registry: Names, answer: ApiResponse, named: Named): ApiResponse => {
  const error = answer.status < 400 ? undefined : firstError(answer.body);
  const text = error?.['message'];
  if (error === undefined || typeof text !== 'string' || text.includes('Did you mean')) return answer;
  const near = nearName(registry, error['error_code'], named);
  if (near === undefined) return answer;
  const message = `${text}${text.endsWith('.') ? '' : '.'} Did you mean ${near}?`;
  return { ...answer, body: { message, errors: [{ ...error, message }] } };
};

const firstError = (body: ApiResponse['body']): JsonObject | undefined => {
  const errors = isJsonObject(body) ? body['errors'] : undefined;
  const first: unknown = Array.isArray(errors) ? errors[0] : undefined;
  return isObject(first) ? first : undefined;
};

const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null;

const nearName = (registry: Names, code: unknown, named: Named): string | undefined => {
  const { project = '', service = '', userConfig = {} } = named;
  switch (code) {
    case 'project_not_found':
      return nearProject(registry, project);
    case 'service_not_found':
      return nearService(registry, project, service);
    case 'fork_source_not_found': {
      const home = textOf(userConfig['project_to_fork_from']) ?? project;
      const source = textOf(userConfig['service_to_fork_from']) ?? textOf(userConfig['pg_service_to_fork_from']) ?? '';
      const other = registry.projects().some(({ name }) => name === home) ? undefined : nearProject(registry, home);
      return other === undefined ? nearService(registry, home, source) : `project ${other}`;
    }
    default:
      return undefined;
  }
};

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

const nearProject = (registry: Names, name: string): string | undefined =>
  nearestName(
    name.slice(0, 80),
    registry.projects().map((project) => project.name),
  );

const nearService = (registry: Names, project: string, name: string): string | undefined => {
  if (registry.status().services > mostCompared) return undefined;
  const names = (registry.services(project) ?? []).map(({ service }) => service);
  return nearestName(name.slice(0, 80), names);
};

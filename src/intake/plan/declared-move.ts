import { serviceKey, type JsonObject, type ServiceRequest } from '../../domain';
import { objectOr } from './marked-value';

/** The place that a block of the provider says a service was moved from: `moved_from`, by `PROJECT/SERVICE`. Never throws. */
export const findDeclaredMove = (
  { project, serviceName }: Pick<ServiceRequest, 'project' | 'serviceName'>,
  { block, providers }: { readonly block: JsonObject | undefined; readonly providers: JsonObject },
): Pick<ServiceRequest, 'movedFrom'> => {
  const key = block?.provider_config_key;
  if (!project.known || !serviceName.known || typeof key !== 'string') return {};
  const moves = objectOr(objectOr(objectOr(objectOr(providers[key]).expressions).moved_from).constant_value);
  const { stack, path } = objectOr(moves[serviceKey({ project: project.value, service: serviceName.value })]);
  return typeof stack === 'string' && typeof path === 'string' ? { movedFrom: { stack, path } } : {};
};

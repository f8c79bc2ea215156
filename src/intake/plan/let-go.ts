import { serviceKey } from '../../domain';
import type { ReadService } from './planned-service';

/**
 * The same services, those marked that leave the record and stay: nothing else of the plan keeps or destroys them under their name, as
 * after a move. Never throws.
 */
export const withLetGo = (read: readonly ReadService[]): readonly ReadService[] => {
  const isLeft = ({ service: { resource }, request }: ReadService): boolean =>
    request.change?.kind === 'read' && resource.mode === 'managed';
  if (!read.some(isLeft)) return read;
  const declared = new Set(read.filter(keepsIt).flatMap(listNames));
  return read.map((one) => {
    const { service, request } = one;
    const { change } = request;
    if (change === undefined || !isLeft(one) || listNames(one).some((name) => declared.has(name))) return one;
    const letGo = service.resource.actions.includes('forget') ? 'forgotten' : 'undeclared';
    return { service, request: { ...request, change: { ...change, letGo } } };
  });
};

/** A service that is made takes none over, unless it is Forkcast's own, which knows the place that it was moved from. */
const keepsIt = ({ request: { change, carried } }: ReadService): boolean =>
  change?.kind !== 'read' &&
  (change?.kind !== 'create' || (carried !== undefined && change.why !== 'replace_because_tainted'));

const listNames = ({ request: { project, serviceName } }: ReadService): readonly string[] =>
  project.known && serviceName.known ? [serviceKey({ project: project.value, service: serviceName.value })] : [];

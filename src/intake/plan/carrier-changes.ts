import type { PlannedChange } from '../../domain';
import { changeKindOf } from './change-of';
import { forkcastCarrier, identityKeyOf } from './families/forkcast-carrier';
import type { PlanFile, PlannedResource } from './plan-file';

interface Carrier {
  readonly resource: PlannedResource;
}

/**
 * What a plan does to a service of the local-exec backend, which is two resources: only the end of the one that carries its name ends
 * the service, and a replacement of the one that carries its settings is an update. Undefined for any other service.
 */
export const carrierChanges = (
  plan: PlanFile,
  file: string,
): ((service: Carrier) => PlannedChange['kind'] | undefined) => {
  const kept = new Map<string, PlannedChange['kind']>();
  const ended = new Set<string>();
  for (const resource of plan.resources) {
    if (!forkcastCarrier.isOne(resource.type) || resource.mode === 'data') continue;
    const kind = changeKindOf(resource, file);
    const [was, is] = [identityKeyOf(resource.type, resource.before), identityKeyOf(resource.type, resource.after)];
    if (was !== undefined && (kind === 'delete' || kind === 'replace')) ended.add(was);
    if (is !== undefined) kept.set(is, kind);
  }
  return ({ resource }) => {
    if (!forkcastCarrier.isOne(resource.type)) return undefined;
    const own = changeKindOf(resource, file);
    const [was, is] = [nameIn(resource.before, resource.type), nameIn(resource.after, resource.type)];
    if (own === 'delete') return was !== undefined && ended.has(was) ? 'delete' : 'read';
    if (was !== undefined && ended.has(was)) return 'replace';
    if (own === 'create')
      return is !== undefined && kept.get(is) !== undefined && kept.get(is) !== 'create' ? 'update' : 'create';
    return own === 'replace' ? 'update' : own;
  };
};

const nameIn = (values: PlannedResource['after'], type: string): string | undefined => {
  const { project, service_name: name } = forkcastCarrier.fieldsOf(type, values, { isWritten: () => true });
  return typeof project === 'string' && typeof name === 'string' ? `${project}/${name}` : undefined;
};

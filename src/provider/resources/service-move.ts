import { serviceTypes } from '../../domain';
import type { Forkcast } from '../client';
import { type Call, errorAt, isObject, type ManagedResource, type ObjectValue, type StateAnswer } from '../protocol';
import { toText } from '../values';
import { readServiceId } from './service-id';
import { importForkcastService } from './service-read';

/** The vendor's provider, in any registry of providers, and its resources: `aiven_pg` is one of type `pg`. */
const vendor = { address: /(?:^|\/)aiven\/aiven$/, resource: /^aiven_(\w+)$/ };

/**
 * What a service of the vendor's provider becomes: its name alone goes along, so no secret of that state does. A read, which always
 * follows, fills in the rest from the registry.
 */
export const moveForkcastService: NonNullable<ManagedResource<Forkcast>['moveFrom']> = ({
  providerAddress,
  typeName,
  state,
}) => {
  const type = vendor.resource.exec(typeName)?.[1];
  const isKnown = vendor.address.test(providerAddress) && serviceTypes.some(({ name }) => name === type);
  if (!isKnown || type === undefined || !isObject(state)) return undefined;
  const [project, service_name] = [toText(state['project'] ?? null), toText(state['service_name'] ?? null)];
  if (project === undefined || service_name === undefined) return undefined;
  const id = `${project}/${service_name}`;
  return { state: { id, project, service_name, service_type: type }, private: { moved: true } };
};

/** Whether an object was moved here and not read since. */
export const isMoved = ({ private: { moved } }: Call<Forkcast>): boolean => moved === true;

/** A moved service is found as by an import, and taken over by the next apply; what another configuration holds stays there. */
export const readMoved = async (moved: ObjectValue, call: Call<Forkcast>): Promise<StateAnswer> => {
  const id = readServiceId(moved);
  const service = id === undefined ? '' : `${id.project}/${id.service}`;
  const { state, diagnostics = [], private: kept = {} } = await importForkcastService(service, call);
  const holder = kept['takesFrom'];
  if (state === null || typeof holder !== 'string' || holder === 'nobody' || holder === 'never')
    return { state: state ?? moved, diagnostics, private: state === null ? call.private : kept };
  const detail =
    `${service} is held by ${holder}: a block moved takes over what nobody holds. Take it out there first ` +
    `(forkcast service release ${service}), or import it here by the id ${service}, which takes it over.`;
  return { state: moved, diagnostics: [errorAt({ summary: 'A moved service is held elsewhere', detail })] };
};

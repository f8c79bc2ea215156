import type { AnswerOf, Contract, staticIpOperations } from '../../../api';
import { given, type JsonObject } from '../../../domain';
import type { DatedRecord } from '../../records';
import type { Registry } from '../../registry';
import { drawNumber } from '../../seeded';
import { addressHolder } from '../../static-addresses';
import { answered, onAccepted, onProject, refused, type Reply } from '../answer';
import type { Routes } from '../route';

const kind = 'static_ip';
type AddressId = { readonly project: string; readonly id: string };

/** How the registry answers operations on static addresses. */
export const staticIpRoutes: Routes<typeof staticIpOperations> = {
  StaticIPList: (registry, { part }) =>
    onProject(registry, part('project'), ({ name }) =>
      answered({
        static_ips: registry.records(name, kind).map((record) => addressBody(registry, name, record)),
      }),
    ),

  StaticIPCreate: (registry, { part, body }) => {
    const project = part('project');
    const value = { cloud: body.cloud_name, protected: body.termination_protection ?? false };
    return onAccepted(registry.execute({ type: 'CreateRecord', kind, project, value }), ({ id }) =>
      oneAddress(registry, { project, id: id ?? '' }),
    );
  },

  ProjectStaticIPPatch: (registry, { part, body }) =>
    change(registry, addressIn(part), given({ protected: body.termination_protection })),

  StaticIPDelete: (registry, { part }) => {
    const id = addressIn(part);
    const before = oneAddress(registry, id);
    return before.status === 200
      ? onAccepted(registry.execute({ type: 'DropRecord', kind, ...id }), () => before)
      : before;
  },

  ProjectStaticIPAssociate: (registry, { part, body }) => {
    const { project, id } = addressIn(part);
    const service = body.service_name;
    const incarnation = registry.findService({ project, service })?.incarnation ?? 0;
    return change(registry, { project, id }, { service, incarnation });
  },

  ProjectStaticIPDissociate: (registry, { part }) => change(registry, addressIn(part), { service: '' }),
};

const addressIn = (part: (name: 'project' | 'address') => string): AddressId => ({
  project: part('project'),
  id: part('address'),
});

const change = (registry: Registry, id: AddressId, value: JsonObject): Reply<AnswerOf<Contract['StaticIPCreate']>> =>
  onAccepted(registry.execute({ type: 'ChangeRecord', kind, ...id, value }), () => oneAddress(registry, id));

const oneAddress = (registry: Registry, { project, id }: AddressId): Reply<AnswerOf<Contract['StaticIPCreate']>> =>
  onProject(registry, project, () => {
    const record = registry.records(project, kind).find((one) => one.id === id);
    return record === undefined
      ? refused('record_not_found', `Project ${project} has no static address ${id}`)
      : answered(addressBody(registry, project, record));
  });

/** An address is taken up by its service as soon as that runs; those of services that have ended are free again. */
const addressBody = (
  registry: Registry,
  project: string,
  { id, value }: DatedRecord,
): AnswerOf<Contract['StaticIPCreate']> & JsonObject => {
  const holder = addressHolder(value, (service) => registry.instance({ project, service }));
  const isRunning = holder !== undefined && registry.findService({ project, service: holder })?.state === 'RUNNING';
  return {
    static_ip_address_id: id,
    cloud_name: typeof value['cloud'] === 'string' ? value['cloud'] : '',
    ip_address: `198.51.100.${1 + drawNumber(254, 'address', project, id)}`,
    service_name: holder ?? '',
    state: holder === undefined ? 'created' : isRunning ? 'assigned' : 'available',
    termination_protection: value['protected'] === true,
  };
};

import type { AnswerOf, Contract, staticIpOperations } from '../../../api';
import { given, type JsonObject } from '../../../domain';
import { textIn, type DatedRecord } from '../../records';
import type { Registry } from '../../registry';
import { drawNumber } from '../../seeded';
import { addressHolder } from '../../static-addresses';
import { answered, onExecuted, onProject, refused, type Reply } from '../answer';
import type { Routes } from '../route';

const kind = 'static_ip';
type AddressPlace = Readonly<Record<'project' | 'address', string>>;

/** How the registry answers operations on static addresses. */
export const staticIpRoutes: Routes<typeof staticIpOperations> = {
  StaticIPList: (registry, { at }) =>
    onProject(registry, at.project, ({ name }) =>
      answered({
        static_ips: registry.records(name, kind).map((record) => addressBody(registry, name, record)),
      }),
    ),

  StaticIPCreate: (registry, { at, body }) => {
    const { project } = at;
    const value = { cloud: body.cloud_name, protected: body.termination_protection ?? false };
    return onExecuted(registry, { type: 'CreateRecord', kind, project, value }, ({ id }) =>
      oneAddress(registry, { project, address: id ?? '' }),
    );
  },

  ProjectStaticIPPatch: (registry, { at, body }) =>
    change(registry, at, given({ protected: body.termination_protection })),

  StaticIPDelete: (registry, { at }) => {
    const before = oneAddress(registry, at);
    return before.status === 200
      ? onExecuted(registry, { type: 'DropRecord', kind, project: at.project, id: at.address }, () => before)
      : before;
  },

  ProjectStaticIPAssociate: (registry, { at, body }) => {
    const service = body.service_name;
    const incarnation = registry.findService({ project: at.project, service })?.facts.incarnation ?? 0;
    return change(registry, at, { service, incarnation });
  },

  ProjectStaticIPDissociate: (registry, { at }) => change(registry, at, { service: '' }),
};

const change = (registry: Registry, at: AddressPlace, value: JsonObject): Reply<AnswerOf<Contract['StaticIPCreate']>> =>
  onExecuted(registry, { type: 'ChangeRecord', kind, project: at.project, id: at.address, value }, () =>
    oneAddress(registry, at),
  );

const oneAddress = (
  registry: Registry,
  { project, address: id }: AddressPlace,
): Reply<AnswerOf<Contract['StaticIPCreate']>> =>
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
  const isRunning =
    holder !== undefined && registry.findService({ project, service: holder })?.facts.state === 'RUNNING';
  return {
    static_ip_address_id: id,
    cloud_name: textIn(value, 'cloud'),
    ip_address: `198.51.100.${1 + drawNumber(254, 'address', project, id)}`,
    service_name: holder ?? '',
    state: holder === undefined ? 'created' : isRunning ? 'assigned' : 'available',
    termination_protection: value['protected'] === true,
  };
};

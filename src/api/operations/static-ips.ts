import * as z from 'zod/mini';
import { once } from '../../domain';
import { atLeast, list, text } from './fields';
import { DELETE, GET, PATCH, POST, operation } from './operation';

const collection = '/v1/project/{project}/static-ips';
const one = '/v1/project/{project}/static-ips/{address}';
const association = '/v1/project/{project}/static-ips/{address}/association';

const staticIp = once(() =>
  atLeast({
    static_ip_address_id: z.string(),
    cloud_name: z.string(),
    ip_address: z.string(),
    /** Empty: it serves none. */
    service_name: z.string(),
    state: z.enum(['created', 'available', 'assigned']),
    termination_protection: z.boolean(),
  }),
);

const protection = once(() => z.exactOptional(z.boolean()));

/** Operations on static addresses: nothing is reached by them. */
export const staticIpOperations = {
  StaticIPList: operation({
    ...GET(collection),
    summary: 'Lists the static addresses of a project.',
    answer: () => atLeast({ static_ips: list(staticIp()) }),
  }),

  StaticIPCreate: operation({
    ...POST(collection),
    summary: 'Makes a static address in a cloud; nothing is reached by it.',
    body: () => z.strictObject({ cloud_name: text, termination_protection: protection() }),
    answer: staticIp,
    refuses: ['cloud_unknown'],
  }),

  ProjectStaticIPPatch: operation({
    ...PATCH(one),
    summary: 'Protects a static address against deletion, or no longer.',
    body: () => z.strictObject({ termination_protection: protection() }),
    answer: staticIp,
  }),

  StaticIPDelete: operation({
    ...DELETE(one),
    summary: 'Deletes a static address that serves no service.',
    answer: staticIp,
    refuses: ['record_in_use', 'termination_protected'],
  }),

  ProjectStaticIPAssociate: operation({
    ...POST(association),
    summary: 'Gives a static address to a service in its cloud.',
    body: () => z.strictObject({ service_name: text }),
    answer: staticIp,
    refuses: ['service_not_found', 'static_ip_unusable'],
  }),

  ProjectStaticIPDissociate: operation({
    ...DELETE(association),
    summary: 'Takes a static address from the service that it serves.',
    answer: staticIp,
  }),
};

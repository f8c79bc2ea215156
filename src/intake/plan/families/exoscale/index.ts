import type { JsonObject } from '../../../../domain';
import { laterValue, pickPart, writeTemplate } from '../../marked-value';
import type { ServiceFamily } from '../family';
import { readAttribute, readTimeout, written } from '../values';
import { exoscaleSettings, sourceField } from './settings';

/**
 * Resources of Exoscale's provider that are services; the older one has the older name.
 * @see terraform-provider-exoscale, resources dbaas and database (read 2026-11-27)
 */
const resources: ReadonlySet<string> = new Set(['exoscale_dbaas', 'exoscale_database']);

/** What the resource is read as: its name, and the type that its field tells. */
const typeIn = (type: string): string => type.slice(type.indexOf('/') + 1);

/**
 * Services of a reseller on the same engines. It has no projects, and zones, plans and prices of its own, which are not in the catalogue:
 * they are not known here, so that nothing is said of them. What makes a fork is judged as the vendor's.
 */
export const exoscaleService: ServiceFamily = {
  isOne: (type) => resources.has(type),
  readAs: ({ type, after, before }) => {
    const told = [after, before].map((values) => writeTemplate(pickPart(values, 'type'))).find(Boolean);
    return typeof told === 'string' && !told.includes('$') ? `${type}/${told}` : undefined;
  },
  userConfigBlock: typeIn,
  nameField: 'name',
  sourceFields: [sourceField],
  fieldsOf: (type, values, context): JsonObject => {
    const serviceType = typeIn(type);
    return written({
      ...{ project: laterValue, plan: laterValue, cloud_name: laterValue },
      service_name: writeTemplate(pickPart(values, 'name')),
      service_type: serviceType,
      termination_protection: readAttribute(values, 'termination_protection', context),
      user_config: exoscaleSettings(serviceType, pickPart(values, serviceType), context.isWritten(serviceType)),
      create_timeout: readTimeout(values),
    });
  },
};

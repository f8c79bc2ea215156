import type { ServiceDeclaration } from './declaration';
import type { Kind } from './prop-kinds';

const integration = {
  integrationType: 'a text',
  sourceService: 'a text',
  destinationService: 'a text',
} as const;

/** What each property of a service may be, for who writes JavaScript; `serviceName` has to be there besides. */
export const serviceKinds = {
  serviceType: 'a text',
  plan: 'a text',
  cloudName: 'a text',
  project: 'a text',
  diskSpaceMb: 'a number',
  terminationProtection: 'true or false',
  powered: 'true or false',
  latestTransaction: 'true or false',
  preventDestroy: 'true or false',
  tags: { map: 'a text' },
  projectVpcId: 'a text',
  staticIps: { list: 'a text' },
  integrations: { list: { fields: integration } },
  onForkChange: 'a text',
  from: 'a text',
  timeouts: { fields: { create: 'a text' } },
  dependsOn: { list: 'an object' },
  userConfig: 'an object',
} as const satisfies Partial<Record<keyof ServiceDeclaration, Kind>>;

import type { ServiceDeclaration } from './declaration';
import { findKeys } from './user-config-keys';
import type { KindsOf } from './given-props';
import type { Elsewhere } from './prop-kinds';

const integration = {
  integrationType: 'any text',
  sourceService: 'a text',
  destinationService: 'a text',
} as const;

/**
 * What each property of a service may be, for who writes JavaScript; `serviceName` has to be there besides. An empty text that a rule
 * judges is left to it, so that every door says the same.
 */
export const serviceKinds: KindsOf<ServiceDeclaration> = {
  serviceName: 'anything',
  serviceType: 'a text',
  plan: 'any text',
  cloudName: 'any text',
  project: 'a text',
  diskSpaceMb: 'a number',
  terminationProtection: 'true or false',
  powered: 'true or false',
  latestTransaction: 'true or false',
  preventDestroy: 'true or false',
  tags: { map: 'any text' },
  projectVpcId: 'any text',
  staticIps: { list: 'a text' },
  integrations: { list: { fields: integration } },
  onForkChange: { oneOf: ['refuse', 'replace'] satisfies ServiceDeclaration['onForkChange'][] },
  from: { oneOf: ['primary', 'secondary'] satisfies ServiceDeclaration['from'][] },
  timeouts: { fields: { create: 'any text' } },
  dependsOn: { list: 'an object' },
  userConfig: 'an object',
  maintenanceWindowDow: 'a text',
  maintenanceWindowTime: 'a text',
  techEmails: { list: 'any text' },
  movedFrom: 'anything',
};

/** The same of a fork, which says besides what it holds and where it is declared. */
export const forkKinds = { ...serviceKinds, recovery: 'anything', scope: 'anything' } as const;

/** The same of a fork that renames. */
export const renameKinds = { ...forkKinds, newName: 'anything' } as const;

/** What of the settings of a fork is said by `recovery`. */
export const inRecovery: Elsewhere = (name) =>
  name === 'recoveryTargetTime'
    ? 'Write recovery: { time: ... }.'
    : name === 'recoveryBasebackupName'
      ? 'Write recovery: { backup: ... }.'
      : undefined;

/** Settings of a type that stand beside its `userConfig`. */
export const inUserConfig =
  (serviceType: unknown): Elsewhere =>
  (name) =>
    typeof serviceType === 'string' && findKeys(serviceType)?.has(name) === true
      ? `It is a setting: write userConfig: { ${name}: ... }.`
      : undefined;

import type { ServiceDeclaration } from './declaration';

/** What a declaration asks for and the provider does not honour, as sentences. Never throws. */
export const providerProblems = ({ projectVpcId, staticIps, integrations }: ServiceDeclaration): readonly string[] => [
  ...(projectVpcId === undefined ? [] : [notTaken('projectVpcId')]),
  ...(staticIps === undefined || staticIps.length === 0 ? [] : [notTaken('staticIps')]),
  ...(integrations ?? [])
    .filter(({ integrationType }) => integrationType === 'read_replica')
    .map(() => notTaken('an integration of type read_replica')),
];

const notTaken = (what: string): string =>
  `${what} is not taken by the backend 'provider'. Leave it out, or use the backend 'terraform_data'.`;

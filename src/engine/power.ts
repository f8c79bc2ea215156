import type { ServiceResource } from '../domain';
import type { Outcome } from './outcome';
import { identifyAsker, type Claim, buildExpectation, compareOwner } from './ownership';
import type { EnginePorts } from './ports';

/** A new service always runs first; one that is declared off is powered off as soon as it does. */
export const poweredAsDeclared = async (
  { client }: Pick<EnginePorts, 'client'>,
  resource: ServiceResource,
  outcome: Outcome,
  claim: Claim | undefined,
): Promise<Outcome> => {
  if (outcome.kind !== 'done' || resource.powered !== false) return outcome;
  const relation = compareOwner(outcome.service, identifyAsker(resource, claim));
  const expect = buildExpectation(outcome.service, relation, claim);
  const service = await client.updateService(resource.project, resource.service_name, { powered: false }, expect);
  return { ...outcome, service };
};

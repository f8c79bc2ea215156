import type { Plan } from '../domain';

/** What a service got from its plan when it was bought: kept in the log, so that a later catalogue cannot rewrite history. */
export type PlanTerms = Pick<Plan, 'name' | 'tier' | 'nodes' | 'diskMb' | 'backup'>;

/** The terms of a plan of the catalogue. Never throws. */
export const pickTerms = ({ name, tier, nodes, diskMb, backup }: Plan): PlanTerms => ({
  name,
  tier,
  nodes,
  diskMb,
  backup,
});

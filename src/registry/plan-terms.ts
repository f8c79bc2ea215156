import type { BackupPolicy, Plan, PlanTier } from '../domain';

/** What a service got from its plan when it was bought: kept in the log, so that a later catalogue cannot rewrite history. */
export interface PlanTerms {
  readonly name: string;
  readonly tier: PlanTier;
  readonly nodes: number;
  /** Disk included, in MB; 0: not published. */
  readonly diskMb: number;
  readonly backup: BackupPolicy;
}

/** The terms of a plan of the catalogue. Never throws. */
export const pickTerms = (plan: Plan): PlanTerms => ({
  name: plan.name,
  tier: plan.tier,
  nodes: plan.nodes,
  diskMb: plan.diskMb,
  backup: plan.backup,
});

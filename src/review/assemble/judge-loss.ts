import type { EpochMs, Facts, PlacedPolicy, RecoveryTerms, ServiceFacts } from '../../domain';
import { judgeSurvival, survivalOf, type Loss, type Survival, type SurvivalVerdict } from '../../rules';

interface Judging {
  readonly loss: Loss;
  /** Those that ask to survive it; []: any way back counts. */
  readonly policies: readonly PlacedPolicy[];
  readonly facts: Facts;
  readonly at: EpochMs;
  readonly terms: RecoveryTerms | undefined;
}

/** What is left of a live service after a loss, and what all that is asked of it makes of that. Never throws. */
export const judgeLoss = (
  service: ServiceFacts,
  { loss, policies, facts, at, terms }: Judging,
): SurvivalVerdict & { readonly survival: Survival } => {
  const survival = survivalOf(service, loss, at, facts);
  const verdicts = (policies.length === 0 ? [undefined] : policies).map((policy) =>
    judgeSurvival(survival, { policy, terms, facts }),
  );
  return { ...worstOfAll(verdicts), survival };
};

/** What is breached counts before what is not known, and that before what is met. Never throws. */
export const worstOfAll = (verdicts: readonly SurvivalVerdict[]): SurvivalVerdict =>
  verdicts.find(({ verdict }) => verdict === 'breached') ??
  verdicts.find(({ verdict }) => verdict === 'unknown') ??
  verdicts[0] ?? { verdict: 'unknown', why: 'Not known: nobody judged it.' };

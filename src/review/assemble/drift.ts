import type { Drift, Facts, InputAccount } from '../../domain';

/** What became of the services that a record has and a plan has not found, as far as the facts tell. Never throws. */
export const explainDrift = (inputs: readonly InputAccount[], facts: Facts | undefined): readonly InputAccount[] =>
  inputs.map((input) => ({ ...input, drift: input.drift.map((one) => ({ ...one, kind: explained(one, facts) })) }));

const explained = ({ kind, name }: Drift, facts: Facts | undefined): Drift['kind'] => {
  if (kind !== 'gone' || name === null || facts === undefined) return kind;
  if (facts.services.has(name)) return 'let-go';
  if (facts.terminated?.has(name)) return 'ended';
  return facts.partial === true || facts.terminated === undefined ? kind : 'elsewhere';
};

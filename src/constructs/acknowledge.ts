import { refuseDeclaration } from './told-refusal';
import { parseLastInstant, shown } from '../domain';
import type { Acknowledgement } from '../domain';
import type { IConstruct } from './cdktf';

const byConstruct = new WeakMap<IConstruct, Acknowledgement[]>();

/**
 * Accepts a finding on a construct and everything below it, with the reason, which reviews show. `until` is the last day
 * (`2026-12-31`, UTC) or instant at which it counts. What the registry will refuse cannot be accepted.
 * @throws ConfigurationError when the reason is empty or `until` is no date.
 * @example acknowledge(stack, 'source/integrations-not-copied', 'The rehearsal needs none of them', '2026-12-31')
 */
export const acknowledge = (construct: IConstruct, ruleId: string, reason: string, until?: string): void => {
  const path = construct.node.path;
  // JavaScript may give anything.
  const given: readonly unknown[] = [ruleId, reason, until ?? ''];
  if (!given.every((one) => typeof one === 'string')) {
    const told = given.slice(0, until === undefined ? 2 : 3).map(shown);
    return refuseDeclaration(path, `acknowledge(${told.join(', ')}): give an id, a reason and a time, all texts.`);
  }
  if (reason.trim() === '')
    return refuseDeclaration(path, `acknowledging ${ruleId} needs a reason that a reviewer can read.`);
  const end = until === undefined ? undefined : parseLastInstant(until);
  if (until !== undefined && end === undefined) {
    return refuseDeclaration(
      path,
      `acknowledging ${ruleId} until '${until}': write a day such as 2026-12-31, or an instant such as 2026-12-31T18:00:00Z.`,
    );
  }
  const acknowledgement = { ruleId, reason, ...(end === undefined ? {} : { until: end }), scope: path };
  byConstruct.set(construct, [...(byConstruct.get(construct) ?? []), acknowledgement]);
};

/** Those that apply at a construct: its own and those of every scope above it, outermost first. Never throws. */
export const acknowledgementsAt = (construct: IConstruct): readonly Acknowledgement[] =>
  construct.node.scopes.flatMap((scope) => byConstruct.get(scope) ?? []);

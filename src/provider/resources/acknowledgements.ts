import { type Acknowledgement, parseLastInstant, staleWords } from '../../domain';
import type { Review } from '../../rules';
import {
  type Diagnostic,
  isList,
  isUnknown,
  lengthBetween,
  member,
  nested,
  optional,
  required,
  string,
  type Validator,
  type Value,
  warningAt,
} from '../protocol';
import { toText } from '../values';

const isLastInstant: Validator = (value) =>
  typeof value === 'string' && parseLastInstant(value) !== undefined
    ? undefined
    : {
        summary: 'Value is no day',
        detail: `${JSON.stringify(value)} is neither a day such as 2026-12-31 nor an instant such as 2026-12-31T18:00:00Z.`,
      };

/** Findings that somebody accepts, with the reason. */
export const acknowledgeAttribute = optional(
  nested('list', {
    rule: required(string, 'Id of the rule, such as `source/integrations-not-copied`.'),
    reason: required(string, 'Why the finding is accepted, for those who read the configuration.', {
      validate: [lengthBetween(1, 1024)],
    }),
    until: optional(string, 'The last day (`2026-12-31`, UTC) or instant at which it counts.', {
      validate: [isLastInstant],
    }),
  }),
  'Findings of this service that are accepted: they are no longer errors or warnings. What the registry will refuse cannot be.',
);

/** The acknowledgements of a configuration; of one that is not known yet, none. Never throws. */
export const acknowledgementsIn = (list: Value, scope: string): readonly Acknowledgement[] =>
  (isList(list) ? list : []).flatMap((item): readonly Acknowledgement[] => {
    const [rule, reason] = [toText(member(item, 'rule')), toText(member(item, 'reason'))];
    const last = member(item, 'until');
    if (rule === undefined || reason === undefined || isUnknown(last)) return [];
    const until = typeof last === 'string' ? parseLastInstant(last) : undefined;
    return [{ ruleId: rule, reason, scope, ...(until === undefined ? {} : { until }) }];
  });

/** What a plan says of acknowledgements that no finding needs. Never throws. */
export const staleDiagnostics = ({
  staleAcknowledgements,
}: Pick<Review, 'staleAcknowledgements'>): readonly Diagnostic[] =>
  staleAcknowledgements.map(({ ruleId, why }) =>
    warningAt({
      summary: 'Acknowledgement is of no use',
      detail: `${ruleId}: ${staleWords[why]}`,
      path: ['acknowledge'],
    }),
  );

import { defaultCatalogue, type EpochMs, type Facts, type RecoveryTerms, type ServiceRequest } from '../domain';
import type { Subject } from './subject';
import { subjectsOf } from './subjects';
import type { Verdict } from './verdict';

/** One situation and what the rule says of it: a test of the rule and a part of its page. */
export interface RuleExample {
  /** A sentence of the trade, without a full stop. */
  readonly title: string;
  readonly request: ServiceRequest;
  /** The other services of the same configuration. @default none */
  readonly siblings?: readonly ServiceRequest[];
  /** Null: nothing is known of the control plane. */
  readonly facts: Facts | null;
  /** The instant given by hand where there are no facts. */
  readonly now?: EpochMs;
  /** What a team commits itself to. @default nothing */
  readonly terms?: RecoveryTerms;
  /** The message that the rule answers with. */
  readonly message?: string;
}

/** The examples of one rule, by the verdict that they come to. The first violated one is shown on its page. */
export interface RuleExamples {
  readonly violated: readonly [RuleExample, ...RuleExample[]];
  /** [] only for a rule that always has something to say where it applies. */
  readonly pass: readonly RuleExample[];
  /** [] only for a rule that can always be decided. */
  readonly undecided: readonly RuleExample[];
  readonly notApplicable?: readonly RuleExample[];
}

/** An example, with the verdict that it stands under. */
interface ExampleCase {
  readonly kind: Verdict['kind'];
  readonly example: RuleExample;
}

/** Every example of a rule. Never throws. */
export const exampleCases = ({
  violated,
  pass,
  undecided,
  notApplicable = [],
}: RuleExamples): readonly ExampleCase[] => [
  ...violated.map((example) => ({ kind: 'violated', example }) as const),
  ...pass.map((example) => ({ kind: 'pass', example }) as const),
  ...undecided.map((example) => ({ kind: 'undecided', example }) as const),
  ...notApplicable.map((example) => ({ kind: 'not-applicable', example }) as const),
];

/** The situation of an example as a rule sees it. Never throws. */
export const exampleSubject = ({ request, siblings = [], facts, now, terms }: RuleExample): Subject =>
  subjectsOf([request, ...siblings], {
    facts: facts ?? undefined,
    now: facts?.now ?? now,
    catalogue: facts?.catalogue ?? defaultCatalogue,
    terms,
  })(request);

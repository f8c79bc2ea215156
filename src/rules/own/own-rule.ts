import type { Source } from '../../domain';
import type { Need, MessageText, Rule } from '../rule';
import { stoppable } from '../stop';
import type { Subject } from '../subject';
import type { Verdict } from '../verdict';

/** A rule that a user of Forkcast writes: judged like ours, except that the registry knows nothing of it. */
export interface OwnRule<Message extends string = string> {
  /** `namespace/fault`, such as `acme/cloud-not-allowed`. The groups of Forkcast are no namespaces. */
  readonly id: string;
  readonly severity: Rule['severity'];
  /** `creation`: only while the service is to be made. `settings`: always. `lifecycle`: only against a service that exists. */
  readonly scope: Rule['scope'];
  /** Judges services that a plan only destroys, too. */
  readonly removals?: true;
  /** What its check reads: `testRule` tells it from the examples. */
  readonly needs: readonly Need[];
  /** At most 80 characters, no full stop. */
  readonly title: string;
  /** One or two sentences. */
  readonly why: string;
  /** API name of the setting at fault, such as `cloud_name` or `user_config.pg_version`. */
  readonly attribute: string;
  readonly messages: Readonly<Record<Message, MessageText>>;
  /** Where the constraint is known from. @default none */
  readonly sources?: readonly Source[];
  /** The address of its page. @default none */
  readonly page?: string;
  /** Pure: reads its subject, and answers. What it throws leaves the rule undecided. */
  check(subject: Subject): Verdict<Message>;
}

/**
 * Ties the messages that a rule may use to those that it declares, and lets its check end in `orStop` and `orUndecided`.
 * @example
 * export default defineRule({
 *   id: 'acme/cloud-not-allowed',
 *   severity: 'error',
 *   scope: 'settings',
 *   needs: ['configuration'],
 *   title: 'Cloud is not one of ours',
 *   why: 'Customer data stays in the European Union.',
 *   attribute: 'cloud_name',
 *   messages: { outside: { detail: '{cloud} is outside of the EU.', remedy: 'Choose a cloud in the EU.' } },
 *   check: ({ cloud, request }) => {
 *     const name = orUndecided(cloud, `cloud_name of ${request.address}`);
 *     return name.includes('-eu-') ? pass : violated('outside', { cloud: name });
 *   },
 * });
 */
export const defineRule = <const Message extends string>(rule: OwnRule<Message>): OwnRule<Message> => ({
  ...rule,
  check: (subject) => stoppable(() => rule.check(subject)),
});

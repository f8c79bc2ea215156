import type { PredictionAsks, ReaderLanguage, RefusalCode, Severity, Source } from '../domain';
import { answering } from './stop';
import type { Subject } from './subject';
import type { Verdict } from './verdict';

/** What a rule reads, and so where it can be decided: exactly what it is seen to read in its examples. */
export const needNames = ['configuration', 'plan', 'catalogue', 'clock', 'live-source', 'live-project'] as const;
export type Need = (typeof needNames)[number];

/** Who reads a remedy: by language, or a reader of the vendor's own resources in any, who cannot ask for what only Forkcast's have. */
type Reader = ReaderLanguage | 'vendor';

/** One wording of a rule. `{name}` is filled from the verdict's data; a placeholder without data fails a test. */
export interface MessageText {
  readonly detail: string;
  /** What to do. Settings have their API names, and are spelled in the language of the reader: `disk_space_mb`, `from = "secondary"`. */
  readonly remedy: string;
  /** Where a reader is told something else to do. */
  readonly remedyIn?: Readonly<Partial<Record<Reader, string>>>;
  /** @default the rule's severity */
  readonly severity?: Severity;
  /** Only a plan leads here, and the registry does not refuse it: what the rule foretells does not count. */
  readonly planOnly?: true;
}

/**
 * What few services have: policies that a team commits itself to; a second backup region that is written, or may be taken out; a size of
 * disk; a live service that is changed in place; the name of a backup; a source that may have to be restored from its second region.
 */
export const occasions = ['policies', 'backup-region', 'disk', 'change', 'backup-name', 'secondary'] as const;
export type Occasion = (typeof occasions)[number];

interface JudgingRule<Message extends string> {
  readonly severity: Severity;
  /**
   * `creation`: judged only while the service is to be made. `settings`: judged always.
   * `lifecycle`: judged only against a service that exists.
   */
  readonly scope: 'creation' | 'settings' | 'lifecycle';
  /** It is about whose a service is: no policy lowers it. */
  readonly ownership?: true;
  /** What it finds ends a live service: a door that can tell what is lost says so between detail and remedy. */
  readonly ends?: true;
  /** What it finds leaves nothing to warn of in what else reads this. */
  readonly overshadows?: Need;
  /** It only speaks where there is such a thing, and is not asked elsewhere. */
  readonly only?: Occasion;
  /** Judges services that a plan only destroys, too. */
  readonly removals?: true;
  /** What a rule of one's own says that it reads; of ours it is recorded from their examples: `listNeeds` tells both. */
  readonly needs?: readonly Need[];
  /** At most 80 characters, no full stop. */
  readonly title: string;
  /** One or two sentences for its page. */
  readonly why: string;
  /** API name of the setting at fault. */
  readonly attribute: string;
  readonly sources: readonly Source[];
  /** What a request must ask for, that this rule can have something against it. @default the `attribute`, where that is a setting */
  readonly asks?: PredictionAsks;
  readonly messages: Readonly<Record<Message, MessageText>>;
  readonly check: (subject: Subject) => Verdict<Message>;
}

/** One fork constraint that can be known before apply. Pure and total: `check` reads its subject and never throws. */
export interface Rule<Message extends string = string> extends JudgingRule<Message> {
  /** `group/fault`, the path of its file: it names the fault, because it is read in an error line. Stable. */
  readonly id: string;
  /** The refusals that an error finding of this rule foretells; [] with `planOnly` when the registry has none. */
  readonly predicts: readonly RefusalCode[];
  /** Why the registry cannot refuse it: it is about the plan or the configuration, or is only a surprise. */
  readonly planOnly?: string;
}

/** A rule that the list has not named yet. Its comment begins with its number in the constraint catalogue, which orders the pages. */
type UnlistedRule<Message extends string = string> = Omit<Rule<Message>, 'id'>;

/** A rule as it is written: with the refusals that it foretells, or why there is none. */
type RuleDefinition<Message extends string> = JudgingRule<Message> &
  (Required<Pick<Rule, 'planOnly'>> | { readonly predicts: readonly [RefusalCode, ...RefusalCode[]] });

/** Ties the messages a rule may use to those it declares: an undeclared key does not compile. Lets its check end in a helper. */
export const defineRule = <const Message extends string>(rule: RuleDefinition<Message>): UnlistedRule<Message> => ({
  predicts: [],
  ...rule,
  check: answering(rule.check),
});

/** Rules under the paths of their files, which are their ids. */
export const listed = (rules: Readonly<Record<string, UnlistedRule>>): readonly Rule[] =>
  Object.entries(rules).map(([id, rule]) => ({ id, ...rule }));

/** The worse, the less. */
export const severityRank = { error: 0, warning: 1, note: 2 } as const;

/** The worst that a rule can find. */
export const worstOf = ({ severity, messages }: Pick<Rule, 'severity' | 'messages'>): Severity =>
  Object.values(messages).reduce<Severity>(
    (worst, { severity: own = severity }) => (severityRank[own] < severityRank[worst] ? own : worst),
    severity,
  );

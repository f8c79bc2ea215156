import { BugError, type Finding, type ServiceRequest } from '../domain';
import { fillTemplate } from '../planner';
import { remedyFor } from './reader';
import type { Rule } from './rule';
import type { Subject } from './subject';
import { notApplicable, passUntil, undecided, type Verdict } from './verdict';

/** Whether a rule judges a service as it stands: what exists is not created again, and of what ends few rules speak. Never throws. */
export const isJudged = (
  { scope, removals }: Pick<Rule, 'scope' | 'removals'>,
  { request, standing, remade }: Pick<Subject, 'request' | 'standing' | 'remade'>,
): boolean => {
  if (request.change?.kind === 'delete' && removals !== true) return false;
  if (scope === 'creation') return standing !== 'live' || remade;
  return scope !== 'lifecycle' || standing !== 'new';
};

/**
 * The judgement of one rule on one declared service, its scope taken into account.
 * @throws BugError naming the rule, when the rule throws.
 */
export const judgeRule = (rule: Rule, subject: Subject): Verdict => {
  if (!isJudged(rule, subject)) return notApplicable;
  try {
    return rule.check(subject);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new BugError(`Rule ${rule.id} failed on ${subject.request.address}: ${why}.`, { cause: error });
  }
};

/**
 * The judgement of one rule where not all is published: on what is known, and on what could be true as well. What passes in one and not in
 * another is undecided; what is violated stays so unless it could pass.
 * @throws BugError naming the rule, when the rule throws.
 */
export const judgeRuleInWorlds = (
  rule: Rule,
  subject: Subject,
  others: readonly { readonly missing: string; readonly subject: Subject }[],
): Verdict => {
  const verdict = judgeRule(rule, subject);
  if (verdict.kind === 'undecided' || others.length === 0) return verdict;
  let until = verdict.kind === 'pass' ? verdict.validUntil : undefined;
  for (const { missing, subject: other } of others) {
    const { kind, ...rest } = judgeRule(rule, other);
    const differs = verdict.kind === 'violated' ? kind === 'pass' : kind === 'violated' || kind === 'undecided';
    if (differs) return undecided(missing);
    if ('validUntil' in rest && rest.validUntil !== undefined)
      until = Math.min(until ?? rest.validUntil, rest.validUntil);
  }
  return verdict.kind === 'pass' && until !== undefined ? passUntil(until) : verdict;
};

/**
 * The words of a violation.
 * @throws BugError when the rule does not declare the message.
 */
export const makeFinding = (
  rule: Rule,
  { request }: { readonly request: Pick<ServiceRequest, 'address'> },
  { message, data, attribute = rule.attribute, fix }: Extract<Verdict, { kind: 'violated' }>,
): Finding => {
  const text = rule.messages[message];
  if (text === undefined) throw new BugError(`Rule ${rule.id} has no message ${message}.`);
  return {
    ruleId: rule.id,
    severity: text.severity ?? rule.severity,
    address: request.address,
    attribute,
    summary: rule.title,
    detail: fillTemplate(text.detail, data),
    remedy: remedyFor(request, text, data),
    ...(fix === undefined ? {} : { fix: fix.kind === 'value' ? { attribute, ...fix } : fix }),
    acknowledged: null,
    ...(text.planOnly ? { planOnly: true } : {}),
    ...(rule.ends ? { ends: true } : {}),
  };
};

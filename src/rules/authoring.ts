/**
 * The door `forkcast/rules`: what somebody needs to write rules of their own, to test them, and to judge without a stack. The page
 * docs/own-rules.md shows each name in use.
 */
export { defaultCatalogue } from '../domain';
export type { Facts, Finding, ServiceRequest } from '../domain';
export { allRules } from './list';
export { defineRule, type OwnRule } from './own/own-rule';
export { RuleTestError, testRule } from './own/test-rule';
export type { RuleExample, RuleExamples } from './example';
export { changedService } from './live-change';
export { liveSourceOf } from './live-source';
export type { Reading } from './reading';
export { recoveryTargetOf, typeOf, writtenSetting } from './recovery-target';
export { reviewOf, type Review, type ReviewOptions } from './review-of';
export type { MessageText, Need, Rule } from './rule';
export { sourceShape, type SourceShape } from './source-shape';
export { orStop, orUndecided } from './stop';
export type { SourceFinding, Subject } from './subject';
export { notApplicable, pass, passUntil, undecided, violated, type MessageData, type Verdict } from './verdict';

import type { EpochMs, Fact, Facts, Finding, JsonValue, ServiceRequest, Undecided } from '../../domain';
import { judgeRule, makeFinding } from '../engine';
import { allRules } from '../list';
import { severityRank, worstOf, type Rule } from '../rule';
import { withoutShadowed } from '../shadowed';
import type { Subject } from '../subject';
import { subjectsOf } from '../subjects';
import { splitAxis, type During, type Span } from './split-axis';
import { answersOver, dataOver, type Told } from './told';

/** What the rules say of one fork at every recovery instant of a span, each thing once for the whole interval in which it is said. */
interface AxisReview {
  /** In the order of time. Texts hold `{at}` where the instant itself is told, and `A to B` for what goes with it. */
  readonly findings: readonly During<Finding>[];
  readonly undecided: readonly During<Undecided>[];
  /** Until when what can be restored at these instants can still be restored, as it stands. */
  readonly lasting: readonly During<{ readonly validUntil: EpochMs }>[];
  /** False: the bound was reached, so that what is told of an interval may hold in a part of it only. */
  readonly complete: boolean;
}

/** A fork for each recovery instant, the instants that are judged, and how many are looked at at most. */
interface Axis {
  readonly requestAt: (at: EpochMs) => ServiceRequest;
  readonly from: EpochMs;
  readonly until: EpochMs;
  /** Where an interval may begin. */
  readonly cuts: readonly EpochMs[];
  readonly most: number;
}

/**
 * Judges a fork at every instant of a span, by the rules that look at the instant at the ends of each interval between two cuts, and by
 * all others once. @throws BugError naming the rule, when a rule throws.
 */
export const judgeAxis = (axis: Axis, facts: Facts): AxisReview => {
  const subjectAt = makeSubjects(axis.requestAt, facts);
  const begin = subjectAt(axis.from);
  const moving = allRules.filter((rule) => readsTime(rule, begin));
  const still = allRules.filter((rule) => !moving.includes(rule));
  const { spans, complete } = splitAxis(axis, (at) => {
    const subject = subjectAt(at);
    return moving.map((rule) => judgeRule(rule, subject));
  });
  const verdicts = still.map((rule) => judgeRule(rule, begin));
  const whole: readonly Span[] = [{ from: axis.from, until: axis.until, first: verdicts, last: verdicts }];
  const told = [
    ...moving.flatMap((rule, index) => answersOver(spans, index).map((one) => ({ rule, ...one }))),
    ...still.flatMap((rule, index) => answersOver(whole, index).map((one) => ({ rule, ...one }))),
  ];
  const said = {
    findings: told.flatMap((one) => findingsIn(begin, one)),
    undecided: told.flatMap((one) => undecidedIn(begin, one)),
  };
  const { findings, undecided } = withoutShadowed(said, allRules);
  return {
    findings: [...findings].sort((a, b) => a.from - b.from || severityRank[a.severity] - severityRank[b.severity]),
    undecided: [...undecided].sort((a, b) => a.from - b.from),
    lasting: listLasting(spans, verdicts),
    complete,
  };
};

const makeSubjects =
  (requestAt: Axis['requestAt'], facts: Facts) =>
  (at: EpochMs): Subject => {
    const request = requestAt(at);
    return subjectsOf([request], { facts, now: facts.now, catalogue: facts.catalogue })(request);
  };

type ToldByRule = Told & { readonly rule: Rule };

const findingsIn = (subject: Subject, { rule, verdict, words, from, until }: ToldByRule): readonly During<Finding>[] =>
  verdict.kind === 'violated'
    ? [{ ...makeFinding(rule, subject, { ...verdict, data: dataOver(words) }), from, until }]
    : [];

const undecidedIn = ({ request }: Subject, { rule, verdict, from, until }: ToldByRule): readonly During<Undecided>[] =>
  verdict.kind === 'undecided'
    ? [{ ruleId: rule.id, severity: worstOf(rule), address: request.address, missing: verdict.missing, from, until }]
    : [];

const listLasting = (spans: readonly Span[], still: Span['first']): AxisReview['lasting'] => {
  const lasting: During<{ readonly validUntil: EpochMs }>[] = [];
  for (const { from, until, first } of spans) {
    const ends = [...first, ...still].flatMap((verdict) => (verdict.kind === 'pass' ? (verdict.validUntil ?? []) : []));
    if (ends.length === 0) continue;
    const validUntil = Math.min(...ends);
    const before = lasting.at(-1);
    if (before?.validUntil === validUntil && before.until + 1 === from) lasting.splice(-1, 1, { ...before, until });
    else lasting.push({ from, until, validUntil });
  }
  return lasting;
};

const timeKey = 'recovery_target_time';

/**
 * Whether a rule looks at the recovery time. One that does not at one instant never does: up to the first look all is the same at every
 * instant. What the planner makes of a live service has looked already.
 */
const readsTime = (rule: Rule, subject: Subject): boolean => {
  if (subject.decision !== undefined) return true;
  let reads = false;
  const { request } = subject;
  const { [timeKey]: time, ...others } = request.userConfig;
  if (time === undefined) return false;
  const userConfig: Readonly<Record<string, Fact<JsonValue>>> = {
    ...others,
    get [timeKey]() {
      reads = true;
      return time;
    },
  };
  const setting: Subject['setting'] = (key) => {
    reads ||= key === timeKey;
    return subject.setting(key);
  };
  judgeRule(rule, { ...subject, request: { ...request, userConfig }, setting });
  return reads;
};

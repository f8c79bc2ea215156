import type {
  Axis,
  AxisReview,
  During,
  EpochMs,
  Fact,
  Facts,
  Finding,
  JsonValue,
  Judge,
  Undecided,
} from '../../domain';
import { judgeRule, makeFinding } from '../engine';
import { allRules } from '../list';
import { severityRank, worstOf, type Rule } from '../rule';
import { withoutShadowed } from '../shadowed';
import type { Subject } from '../subject';
import { subjectsOf } from '../subjects';
import { axisCuts } from './axis-cuts';
import { splitAxis, type Span } from './split-axis';
import { answersOver, dataOver, type Told } from './told';

/** Beyond what is known to change, at most so many instants are looked at. */
const mostInstants = 2_000;

/**
 * Judges a fork at every instant of a span, by the rules that look at the instant at the ends of each interval between two cuts, and by
 * all others once. @throws BugError naming the rule, when a rule throws.
 */
export const judgeAxis: Judge = (axis, facts, source) => {
  const subjectAt = makeSubjects(axis.requestAt, facts);
  const begin = subjectAt(axis.from);
  const moving = allRules.filter((rule) => readsTime(rule, begin));
  const still = allRules.filter((rule) => !moving.includes(rule));
  const { spans, complete } = splitAxis({ ...axis, cuts: axisCuts(source, facts), most: mostInstants }, (at) => {
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

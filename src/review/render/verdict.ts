import { counted, toRfc3339, type CardVerdict, type Drift, type Review, type ReviewedService } from '../../domain';
import { extentWords, notJudgedCount, tallyWords } from './account-words';
import { fateOf, type Fate } from './fate';
import { listed } from './listed';
import { openQuestionsOf } from './open-questions';

/**
 * The verdict of a review in one sentence: what stops it or what to know, what becomes of live services, and how much of the input was
 * judged. It never says more than was looked at. Never throws.
 */
export const verdictOf = (review: Review): CardVerdict => {
  const { kind, sentences } = judged(review);
  const { inputs = [] } = review;
  const account = inputs.length === 0 ? '' : ` (${tallyWords(review)})`;
  return { kind, sentence: [...sentences, ...fateSentences(review)].join(' ') + account };
};

interface Judged {
  readonly kind: CardVerdict['kind'];
  readonly sentences: readonly string[];
}

const judged = (review: Review): Judged => {
  const { inputs = [] } = review;
  const stops = [...partSentences(review, 'errored'), ...errorSentences(review)];
  if (stops.length > 0) return { kind: 'stop', sentences: stops };
  const doubts = [
    ...partSentences(review, 'partial'),
    ...partSentences(review, 'deferred'),
    ...skippedSentences(review),
    ...openSentences(review),
  ];
  if (doubts.length > 0) return { kind: 'unsure', sentences: doubts };
  const made = withFate(review, ['made', 'changed', 'replaced', 'unknown']);
  const isPlan = inputs.length > 0 && inputs.every(({ kind }) => kind !== 'synth-output');
  const working = isPlan ? made : [...made, ...withFate(review, ['kept'])];
  const isLoss = withFate(review, ['replaced', 'destroyed']).length > 0;
  if (working.length > 0) return { kind: isLoss ? 'loss' : 'go', sentences: [worksSentence(working, review)] };
  return isLoss ? { kind: 'loss', sentences: [] } : { kind: 'nothing', sentences: [nothingSentence(review)] };
};

const withFate = ({ services }: Review, fates: readonly Fate[]): readonly ReviewedService[] =>
  services.filter((service) => fates.includes(fateOf(service)));

const errorSentences = ({ findings, services }: Review): readonly string[] => {
  const errors = findings.filter(({ severity, acknowledged }) => severity === 'error' && acknowledged === undefined);
  if (errors.length === 0) return [];
  const failing = [...new Set(errors.map(({ address }) => address))];
  const [only = ''] = failing;
  const service = services.find(({ address }) => address === only);
  const where = failing.length === 1 ? (service === undefined ? only : nameOf(service)) : `${failing.length} services`;
  return [`Do not apply: ${counted(errors.length, 'error')} in ${where}.`];
};

const partSentences = ({ inputs = [] }: Review, extent: keyof typeof extentWords): readonly string[] => {
  const parts = inputs.filter((input) => input.extent === extent);
  if (parts.length === 0) return [];
  const leftOut = parts.flatMap((part) => part.leftOut);
  return [`${extentWords[extent]}${leftOut.length === 0 ? '' : ` Left out: ${listed(leftOut)}.`}`];
};

const skippedSentences = ({ inputs = [] }: Review): readonly string[] => {
  const count = notJudgedCount(inputs);
  if (count === 0) return [];
  const reasons = [...new Set(inputs.flatMap(({ notJudged }) => notJudged.map(({ reason }) => reason)))];
  return [`${counted(count, 'resource')} could not be judged: ${listed(reasons)}.`];
};

const openSentences = (review: Review): readonly string[] => {
  const questions = openQuestionsOf(review);
  const count = questions.reduce((sum, question) => sum + question.count, 0);
  if (count === 0) return [];
  const groups = questions.map(
    ({ lacking, way, count: own }) => `${own} for lack of ${lacking}${way === null ? '' : ` (${way})`}`,
  );
  const subject = subjectOf(withFate(review, ['made', 'changed', 'replaced', 'destroyed', 'unknown']));
  return [`Nothing found stops ${subject}, but ${counted(count, 'judgement')} could not be made: ${listed(groups)}.`];
};

const subjectOf = (services: readonly ReviewedService[]): string => {
  const forks = services.filter(({ fork }) => fork);
  return forks.length === 0 ? counted(services.length, 'service') : counted(forks.length, 'fork');
};

const worksSentence = (working: readonly ReviewedService[], { findings, holdings }: Review): string => {
  const first = Math.min(...holdings.map(({ validUntil }) => validUntil));
  const until = Number.isFinite(first) ? ` until ${toRfc3339(first)}` : '';
  const warnings = findings.filter(({ severity, acknowledged }) => severity === 'warning' && !acknowledged).length;
  const warned = warnings === 0 ? '' : `, with ${counted(warnings, 'warning')}`;
  const lowered = findings.filter(
    ({ severity, ownSeverity, acknowledged }) => ownSeverity === 'error' && severity !== 'error' && !acknowledged,
  ).length;
  if (lowered === 0) return `${subjectOf(working)} will work${until}${warned}.`;
  return `Nothing stops ${subjectOf(working)}${until}${warned}; the policy makes less of ${counted(lowered, 'error')}.`;
};

const nothingSentence = (review: Review): string => {
  const { inputs = [] } = review;
  const kept = withFate(review, ['kept']).length;
  if (inputs.some(({ kind }) => kind === 'state'))
    return `A state records ${counted(kept, 'service')}; it does not say what will be made.`;
  if (inputs.some(({ kind }) => kind === 'plan'))
    return `This plan makes, changes and destroys no service${keptWords(kept)}.`;
  return 'There is nothing to judge.';
};

const keptWords = (kept: number): string => {
  if (kept === 0) return '';
  return kept === 1 ? '; 1 stays as it is' : `; ${kept} stay as they are`;
};

/** What becomes of live services that the reader may not expect. */
const fateSentences = (review: Review): readonly string[] => {
  const destroyed = withFate(review, ['replaced', 'destroyed']);
  const letGo = withFate(review, ['let-go']);
  const imported = review.services.filter(({ change }) => change?.imported === true && change.kind !== 'delete');
  const drift = (review.inputs ?? []).flatMap((input) => input.drift);
  const drifted = (kind: Drift['kind'], words: string): readonly string[] => {
    const found = drift.filter((one) => one.kind === kind);
    return named(found.length, `${counted(found.length, 'service')} ${words}`, found);
  };
  const named = (count: number, words: string, services: readonly Named[]) =>
    count === 0 ? [] : [`${words}: ${listed(services.map(nameOf))}.`];
  return [
    ...named(destroyed.length, `It destroys ${counted(destroyed.length, 'live service')}`, destroyed),
    ...named(letGo.length, `${counted(letGo.length, 'live service')} will stay, no longer declared`, letGo),
    ...named(imported.length, `It takes ${counted(imported.length, 'live service')} into the state`, imported),
    ...drifted('ended', 'ended outside Terraform'),
    ...drifted('stopped', 'powered off outside Terraform'),
    ...drifted('changed', 'changed outside Terraform'),
  ];
};

type Named = Pick<ReviewedService, 'name' | 'priorName' | 'address'>;

/** The service that lives, where the plan gives it another name or project. */
const nameOf = ({ name, priorName, address }: Named): string => priorName ?? name ?? address;

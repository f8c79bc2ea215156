import { counted, type CardService, type CardVerdict, type Drift } from '../../domain';
import { extentWords, notJudgedCount, tallyWords } from './account-words';
import { listed } from './listed';
import { groupOpenQuestions, type Judged } from './open-questions';
import { isFork, openFindings } from './services';

/**
 * The verdict of a review in one sentence: what stops it or what to know, what becomes of live services, and how much of the input was
 * judged. It never says more than was looked at. Never throws.
 */
export const summarize = (review: Judged): CardVerdict => {
  const { kind, sentences } = judged(review);
  const { inputs = [] } = review;
  const account = inputs.length === 0 ? '' : ` (${tallyWords(review)})`;
  return { kind, sentence: [...sentences, ...fateSentences(review)].join(' ') + account };
};

interface Sentences {
  readonly kind: CardVerdict['kind'];
  readonly sentences: readonly string[];
}

const judged = (review: Judged): Sentences => {
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
  const made = becoming(review, ['create', 'update', 'replace', 'unknown']);
  const isPlan = inputs.length > 0 && inputs.every(({ kind }) => kind !== 'synth-output');
  const working = isPlan ? made : [...made, ...becoming(review, ['no-op'])];
  const isLoss = becoming(review, losses).length > 0;
  if (working.length > 0) return { kind: isLoss ? 'loss' : 'go', sentences: [worksSentence(working, review)] };
  return isLoss ? { kind: 'loss', sentences: [] } : { kind: 'nothing', sentences: [nothingSentence(review)] };
};

/** What becomes of a live service that it loses its data by. */
const losses = ['replace', 'delete'] as const;

const becoming = (
  { services }: Pick<Judged, 'services'>,
  kinds: readonly CardService['change']['kind'][],
): readonly CardService[] => services.filter(({ change }) => kinds.includes(change.kind));

const errorSentences = ({ services }: Judged): readonly string[] => {
  const errorsOf = (service: CardService) => openFindings(service).filter(({ severity }) => severity === 'error');
  const failing = services.filter((service) => errorsOf(service).length > 0);
  const [only] = failing;
  if (only === undefined) return [];
  const addresses = new Set(failing.map(({ address }) => address)).size;
  const where = addresses === 1 ? nameOf(only) : `${addresses} services`;
  return [`Do not apply: ${counted(failing.flatMap(errorsOf).length, 'error')} in ${where}.`];
};

const partSentences = ({ inputs = [] }: Judged, extent: keyof typeof extentWords): readonly string[] => {
  const parts = inputs.filter((input) => input.extent === extent);
  if (parts.length === 0) return [];
  const leftOut = parts.flatMap((part) => part.leftOut);
  return [`${extentWords[extent]}${leftOut.length === 0 ? '' : ` Left out: ${listed(leftOut)}.`}`];
};

const skippedSentences = ({ inputs = [] }: Judged): readonly string[] => {
  const count = notJudgedCount(inputs);
  if (count === 0) return [];
  const reasons = [...new Set(inputs.flatMap(({ notJudged }) => notJudged.map(({ reason }) => reason)))];
  return [`${counted(count, 'resource')} could not be judged: ${listed(reasons)}.`];
};

const openSentences = (review: Judged): readonly string[] => {
  const questions = groupOpenQuestions(review);
  const count = questions.reduce((sum, question) => sum + question.count, 0);
  if (count === 0) return [];
  const groups = questions.map(
    ({ lacking, way, count: own }) => `${own} for lack of ${lacking}${way === null ? '' : ` (${way})`}`,
  );
  const subject = nameSubject(becoming(review, ['create', 'update', ...losses, 'unknown']));
  return [`Nothing found stops ${subject}, but ${counted(count, 'judgement')} could not be made: ${listed(groups)}.`];
};

const nameSubject = (services: readonly CardService[]): string => {
  const forks = services.filter(isFork);
  return forks.length === 0 ? counted(services.length, 'service') : counted(forks.length, 'fork');
};

const worksSentence = (working: readonly CardService[], { services }: Judged): string => {
  const findings = services.flatMap(openFindings);
  const until = firstEnd(services);
  const warnings = findings.filter(({ severity }) => severity === 'warning').length;
  const warned = warnings === 0 ? '' : `, with ${counted(warnings, 'warning')}`;
  const lowered = findings.filter(
    ({ severity, ownSeverity }) => ownSeverity === 'error' && severity !== 'error',
  ).length;
  if (lowered === 0) return `${nameSubject(working)} will work${until}${warned}.`;
  return `Nothing stops ${nameSubject(working)}${until}${warned}; the policy makes less of ${counted(lowered, 'error')}.`;
};

const firstEnd = (services: readonly CardService[]): string => {
  const ends = services.flatMap(({ validUntil }) => (validUntil === null ? [] : [validUntil.at]));
  const [first] = ends.sort((left, right) => Date.parse(left) - Date.parse(right));
  return first === undefined ? '' : ` until ${first}`;
};

const nothingSentence = (review: Judged): string => {
  const { inputs = [] } = review;
  const kept = becoming(review, ['no-op']).length;
  if (inputs.some(({ kind }) => kind === 'state'))
    return `A state records ${counted(becoming(review, ['no-op', 'gone']).length, 'service')}; it does not say what will be made.`;
  if (inputs.some(({ kind }) => kind === 'plan'))
    return `This plan makes, changes and destroys no service${keptWords(kept)}.`;
  return 'There is nothing to judge.';
};

const keptWords = (kept: number): string => {
  if (kept === 0) return '';
  return kept === 1 ? '; 1 stays as it is' : `; ${kept} stay as they are`;
};

/** What becomes of live services that the reader may not expect. */
const fateSentences = (review: Judged): readonly string[] => {
  const destroyed = becoming(review, losses);
  const forgotten = becoming(review, ['forget']);
  const letGo = forgotten.filter(({ change }) => !change.anothers);
  const anothers = forgotten.filter(({ change }) => change.anothers);
  const gone = becoming(review, ['gone']);
  const imported = review.services.filter(({ change }) => change.imported && change.kind !== 'delete');
  const drift = (review.inputs ?? []).flatMap((input) => input.drift);
  const told = new Set(drift.map(({ name }) => name));
  const again = becoming(review, ['create']).filter(
    ({ change, side }) => change.sentence !== null && !told.has(side.name),
  );
  const drifted = (kind: Drift['kind'], words: string): readonly string[] => {
    const found = drift.filter((one) => one.kind === kind);
    return listing(
      `${counted(found.length, 'service')} ${words}`,
      found.map(({ name, address }) => name ?? address),
    );
  };
  return [
    ...listing(`It destroys ${counted(destroyed.length, 'live service')}`, destroyed.map(nameOf)),
    ...listing(`${counted(letGo.length, 'live service')} will stay, no longer declared`, letGo.map(nameOf)),
    ...listing(`${counted(anothers.length, 'service')} left as another's`, anothers.map(nameOf)),
    ...listing(`${counted(gone.length, 'service')} ended before`, gone.map(nameOf)),
    ...listing(`${counted(again.length, 'service')} ended before, and made again`, again.map(nameOf)),
    ...listing(`It takes ${counted(imported.length, 'live service')} into the state`, imported.map(nameOf)),
    ...drifted('ended', 'ended outside Terraform'),
    ...drifted('let-go', 'left alive, and let go of by the state'),
    ...drifted('elsewhere', 'made in another registry than this one'),
    ...drifted('gone', 'not found, or let go of by the state'),
    ...drifted('stopped', 'powered off outside Terraform'),
    ...drifted('changed', 'changed outside Terraform'),
  ];
};

const listing = (words: string, names: readonly string[]): readonly string[] =>
  names.length === 0 ? [] : [`${words}: ${listed(names)}.`];

/** The service that lives, where the plan gives it another name or project. */
const nameOf = ({ side, priorName, address }: CardService): string => priorName ?? side.name ?? address;

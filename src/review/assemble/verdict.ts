import type { CardCounts, CardService, CardVerdict } from '../../domain';
import { counted } from '../render/duration-words';

/** The verdict of a review in one sentence: what stops it or what to know, and what is destroyed. */
export const verdictOf = (services: readonly CardService[], counts: CardCounts): CardVerdict => {
  const forks = services.filter(({ fork }) => fork !== null);
  const destroyed = services.filter(({ change }) => change.kind === 'replace' || change.kind === 'delete');
  const loss = destroyed.length === 0 ? '' : ` It destroys ${counted(destroyed.length, 'live service')}.`;
  const subject = forks.length === 0 ? counted(services.length, 'service') : counted(forks.length, 'fork');
  if (counts.errors > 0) {
    const failing = services.filter(({ findings }) =>
      findings.some(({ severity, acknowledged }) => severity === 'error' && acknowledged === null),
    );
    const [only] = failing;
    const where =
      failing.length === 1 && only !== undefined ? (only.side.name ?? only.address) : `${failing.length} services`;
    return { kind: 'stop', sentence: `Do not apply: ${counted(counts.errors, 'error')} in ${where}.${loss}` };
  }
  if (counts.undecided > 0) {
    const facts = `${counted(counts.undecided, 'judgement')} could not be made`;
    return { kind: 'unsure', sentence: `Nothing stops ${subject}, but ${facts}.${loss}` };
  }
  const ends = services.flatMap(({ validUntil }) => (validUntil === null ? [] : [validUntil.at])).sort();
  const [first] = ends;
  const until = first === undefined ? '' : ` until ${first}`;
  const warned = counts.warnings === 0 ? '' : `, with ${counted(counts.warnings, 'warning')}`;
  if (services.length === 0) return { kind: 'go', sentence: 'There is nothing to judge.' };
  return { kind: 'go', sentence: `${subject} will work${until}${warned}.${loss}` };
};

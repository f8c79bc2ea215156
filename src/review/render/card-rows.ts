import type { CardService, CardUndecided, ReviewCard } from '../../domain';
import { counted, isRecoveryChanged, recoveryChangeWords } from '../../domain';
import { judgedByWords } from './judged-by-words';
import { openFindings } from './services';
import { manifestWords, priceWords, restoreWords, sideWords, sourceWords, untilWords, windowWords } from './words';

/** A labelled line of plain text, escaped by whoever shows it. */
interface CardRow {
  readonly label: string;
  readonly value: string;
}

/** What is told of a service besides its findings, in the order of the questions that a reviewer asks. */
export const listRows = (service: CardService, now: string | null): readonly CardRow[] => {
  const { change, fork, side } = service;
  const until = untilWords(service.validUntil, now);
  return [
    ...row('Moved from', change.movedFrom),
    ...(change.imported ? [{ label: 'Import', value: 'a service that exists is taken into the state' }] : []),
    ...row('Held by', service.heldBy ?? null),
    ...(fork === null ? [] : [{ label: 'From', value: sourceWords(fork.source) }]),
    { label: fork === null ? 'Service' : 'To', value: `${side.name ?? 'name not known'}: ${sideWords(side)}` },
    ...row('Power', service.power ?? null),
    ...row('Change', changeWords(change)),
    ...(service.recovery ?? []).map((told) => ({ label: 'After plan', value: recoveryChangeWords(told) })),
    ...(fork === null ? [] : [{ label: 'Residency', value: fork.residency.sentence }]),
    ...(fork === null ? [] : [{ label: 'Data', value: fork.point.sentence }]),
    ...row('Backup', fork?.point.backupName ?? null),
    ...(fork?.windows ?? []).map((window) => ({ label: 'Window', value: windowWords(window) })),
    ...row('Holds', until ?? null),
    ...row('Restore', fork?.restore ? restoreWords(fork.restore) : null),
    ...row('Copied', fork === null ? null : manifestWords(fork.copied)),
    ...row('Not copied', fork === null ? null : manifestWords(fork.notCopied)),
    ...row('Price', fork === null ? null : fork.price === null ? 'not known' : priceWords(fork.price)),
  ];
};

/** `plan business-4 → business-8, in place`. */
const changeWords = ({ settings = [] }: CardService['change']): string | null =>
  settings.length === 0
    ? null
    : `${settings.map(({ name, before, after }) => `${name} ${before ?? 'not set'} → ${after ?? 'not set'}`).join(', ')}, in place`;

const row = (label: string, value: string | null): readonly CardRow[] =>
  value === null || value === '' ? [] : [{ label, value }];

/** Rules that miss the same facts, together. */
export interface MissingFacts {
  readonly missing: readonly string[];
  readonly ruleIds: readonly string[];
}

/** One entry for the rules of a service that miss the same facts. */
export const groupMissingFacts = (undecided: readonly CardUndecided[]): readonly MissingFacts[] => {
  const groups = new Map<string, { readonly missing: readonly string[]; readonly ruleIds: string[] }>();
  for (const { missing, ruleId } of undecided) {
    const key = JSON.stringify(missing);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { missing, ruleIds: [ruleId] });
    else group.ruleIds.push(ruleId);
  }
  return [...groups.values()];
};

/** `1 error, 2 warnings, 0 undecided`; `error` colours the first where there are some. */
export const countsWords = (
  { counts }: Pick<ReviewCard, 'counts'>,
  { error = (text) => text, why = '' }: { readonly error?: (text: string) => string; readonly why?: string } = {},
): string =>
  [
    counts.errors > 0 ? error(counted(counts.errors, 'error')) : counted(counts.errors, 'error'),
    counted(counts.warnings, 'warning'),
    ...(counts.notes > 0 ? [counted(counts.notes, 'note')] : []),
    `${counts.undecided} undecided${counts.undecided > 0 ? why : ''}`,
    ...((counts.undecidedErrors ?? 0) > 0 ? [`${counts.undecidedErrors} of them could be errors`] : []),
    ...(counts.acknowledged > 0 ? [`${counts.acknowledged} acknowledged`] : []),
    ...(counts.stale > 0 ? [`${counted(counts.stale, 'acknowledgement')} to take out`] : []),
  ].join(', ');

/** `3 services judged, 2 forks, with the facts of ..., at ...`. */
export const basisWords = (
  { services, factsOrigin, now, judgedBy }: ReviewCard,
  forks = services.filter(({ fork }) => fork !== null).length,
): string => {
  const facts = factsOrigin === null ? 'without facts of a registry' : `with the facts of ${factsOrigin}`;
  const at = now === null ? 'at no known time' : `at ${now}`;
  return `${counted(services.length, 'service')} judged, ${counted(forks, 'fork')}, ${facts}, ${at}${judgedByWords(judgedBy)}`;
};

/** A service that there is something to say of: a fork, a move, a loss, its power, how it comes back, a finding, something undecided. */
export const isWorthShowing = ({ fork, change, power, recovery, findings, undecided }: CardService): boolean =>
  fork !== null ||
  change.sentence !== null ||
  change.movedFrom !== null ||
  power !== undefined ||
  recovery?.some(isRecoveryChanged) === true ||
  findings.length > 0 ||
  undecided.length > 0;

/** What is said of it is no loss. */
export const isHarmless = ({ kind }: CardService['change']): boolean => ['create', 'forget', 'gone'].includes(kind);

/** The worst of a service: what its mark stands for. */
export const chooseMark = ({
  findings,
  change,
  undecided,
}: CardService): 'error' | 'loss' | 'warning' | 'unsure' | 'good' => {
  const open = openFindings({ findings });
  if (open.some(({ severity }) => severity === 'error')) return 'error';
  if (change.sentence !== null && !isHarmless(change)) return 'loss';
  if (undecided.length > 0) return 'unsure';
  return open.some(({ severity }) => severity === 'warning') ? 'warning' : 'good';
};

/** A service for people: its name, else where it is declared. */
export const chooseTitle = ({ side, address }: CardService): string => side.name ?? address;

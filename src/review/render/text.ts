import type { Finding, Holding, Review, ReviewedService, StaleAcknowledgement, Undecided } from '../../domain';
import { counted, instantSeen, staleWords, toRfc3339, unreachable } from '../../domain';
import type { Colours, Renderer } from './renderer';
import { logLine } from './escape';
import { noColours } from './renderer';
import { placeWords, sameMissing, sameOf, type Same } from './same-findings';
import { openQuestionsOf } from './open-questions';
import { tallyOf } from './tally';
import { accountLines } from './account-words';
import { fateOf, type Fate } from './fate';
import { explainWords, judgedByWords, ownSeverityWords } from './judged-by-words';
import { verdictOf } from './verdict';
import { verdictWord } from './verdict-word';
import { wrapIndented } from './wrap';

interface Page {
  readonly review: Review;
  readonly columns: number;
  readonly colours: Colours;
  /** Where the source code declares each service, by its address. */
  readonly places: ReadonlyMap<string, ReviewedService['declaredAt']>;
}

const indent = 9;

/**
 * A review for people: what was found, what was accepted, what could not be decided, until when the rest holds,
 * and one verdict line with the counts.
 */
export const renderText: Renderer = (review, options = {}) => {
  const page: Page = {
    review,
    columns: options.columns ?? 100,
    colours: options.colours ?? noColours,
    places: new Map(review.services.map(({ address, declaredAt }) => [address, declaredAt])),
  };
  const open = review.findings.filter((finding) => finding.acknowledged === undefined);
  const accepted = review.findings.filter((finding) => finding.acknowledged !== undefined);
  const blocks = [
    ...sameOf(open.map(saidOf)).map((same) => findingBlock(page, same)),
    ...accepted.map((finding) => acceptedBlock(page, finding)),
    ...review.staleAcknowledgements.map((stale) => staleBlock(page, stale)),
    ...sameMissing(undecidedGroups(review.undecided).map(saidOf)).map((same) => undecidedBlock(page, same)),
    ...holdingBlocks(page),
    ...fateBlocks(page),
    ...accountBlocks(page),
  ];
  return [...blocks.map((lines) => lines.join('\n')), verdictLines(page).join('\n')].join('\n\n') + '\n';
};

/** An item apart from the address that it is of. */
const saidOf = <T extends { readonly address: string }>({ address, ...said }: T) => ({ address, said });

const findingBlock = (page: Page, { said, addresses }: Same<Omit<Finding, 'address'>>): readonly string[] => {
  const { attribute, ruleId, severity, summary, detail, remedy } = said;
  const place = `${placeWords(addresses)} › ${attribute}${lineWords(page, addresses)}`;
  return [
    `${severityWord(page.colours, severity)}  ${logLine(`${ruleId}   ${place}`)}`,
    ...wrapIndented(`${summary}. ${detail}`, page.columns, indent),
    ...wrapIndented([remedy, ...ownSeverityWords(said)].join(' '), page.columns, indent),
    ...instanceLines(page, addresses),
  ];
};

/** ` (main.tf:12)`, where the source was given. */
const lineWords = ({ places }: Page, [first = '']: readonly string[]): string => {
  const declaredAt = places.get(first);
  return declaredAt === undefined ? '' : ` (${declaredAt.file}:${declaredAt.line})`;
};

const instanceLines = ({ columns }: Page, addresses: readonly string[]): readonly string[] =>
  addresses.length === 1 ? [] : wrapIndented(`At ${addresses.join(', ')}.`, columns, indent);

const severityWord = (colours: Colours, severity: Finding['severity']): string => {
  switch (severity) {
    case 'error':
      return colours.error('error  ');
    case 'warning':
      return colours.warning('warning');
    case 'note':
      return colours.note('note   ');
    default:
      return unreachable(severity);
  }
};

const acceptedBlock = (page: Page, finding: Finding): readonly string[] => {
  const { reason, until, scope } = finding.acknowledged ?? { reason: '', scope: '' };
  const end = until === undefined ? '' : `, until ${toRfc3339(until)}`;
  return [
    `${page.colours.faint('known  ')}  ${logLine(`${finding.ruleId}   ${finding.address} › ${finding.attribute}`)}`,
    ...wrapIndented(`${finding.summary}. ${finding.detail}`, page.columns, indent),
    ...wrapIndented(`Acknowledged (${finding.severity}): ${reason} (${scope}${end})`, page.columns, indent),
  ];
};

const staleBlock = (page: Page, { acknowledgement, why }: StaleAcknowledgement): readonly string[] => [
  `${page.colours.warning('stale  ')}  ${logLine(`${acknowledgement.ruleId}   ${acknowledgement.scope}`)}`,
  ...wrapIndented(`Acknowledged: ${acknowledgement.reason}`, page.columns, indent),
  ...wrapIndented(staleWords[why], page.columns, indent),
];

interface UndecidedGroup {
  readonly address: string;
  readonly missing: readonly string[];
  readonly ruleIds: readonly string[];
}

/** One entry for the rules that miss the same facts of the same service. */
const undecidedGroups = (undecided: readonly Undecided[]): readonly UndecidedGroup[] => {
  const groups = new Map<string, UndecidedGroup>();
  for (const { address, missing, ruleId } of undecided) {
    const key = JSON.stringify([address, missing]);
    groups.set(key, { address, missing, ruleIds: [...(groups.get(key)?.ruleIds ?? []), ruleId] });
  }
  return [...groups.values()];
};

const undecidedBlock = (
  page: Page,
  { said: { missing, ruleIds }, addresses }: Same<Omit<UndecidedGroup, 'address'>>,
): readonly string[] => [
  `${page.colours.note('unsure ')}  ${logLine(placeWords(addresses))}`,
  ...wrapIndented(`Not known: ${missing.join(', ')}.`, page.columns, indent),
  ...wrapIndented(`Undecided: ${ruleIds.join(', ')}`, page.columns, indent),
  ...instanceLines(page, addresses),
];

/** One line per service: the first instant at which something of it stops to hold. */
const holdingBlocks = (page: Page): readonly (readonly string[])[] => {
  const first = new Map<string, Holding>();
  for (const holding of page.review.holdings) {
    const before = first.get(holding.address);
    if (before === undefined || holding.validUntil < before.validUntil) first.set(holding.address, holding);
  }
  const lines = sameOf([...first.values()].map(saidOf)).map(({ said: { validUntil, ruleId }, addresses }) => {
    const until = `until ${instantSeen(validUntil, page.review.now)}`;
    return `${page.colours.good('holds  ')}  ${logLine(placeWords(addresses))} ${until}   ${ruleId}`;
  });
  return lines.length === 0 ? [] : [lines];
};

const fateWords: Readonly<Partial<Record<Fate, string>>> = {
  replaced: 'is destroyed with its data, and made again',
  destroyed: 'is destroyed with its data',
  'let-go': 'stays, no longer declared; it runs on, and is paid for',
};

/** One line for each live service that is destroyed, or leaves the record. */
const fateBlocks = ({ review, colours, columns }: Page): readonly (readonly string[])[] =>
  review.services.flatMap((service) => {
    const fate = fateOf(service);
    const words = fateWords[fate];
    if (words === undefined) return [];
    const { address, change, priorName } = service;
    const name = priorName ?? service.name;
    const [project, own] = name?.split('/') ?? [];
    const again = priorName === undefined || service.name === null ? '' : ` as ${service.name}`;
    const way = fate === 'let-go' && own ? ` End it with: forkcast service terminate ${own} --project ${project}` : '';
    const why = change?.why === undefined ? '' : ` (${change.why.replaceAll('_', ' ')})`;
    const label = fate === 'let-go' ? colours.note('stays  ') : colours.error('loss   ');
    const shown = name === null || name === address ? address : `${name}   ${address}`;
    return [[`${label}  ${logLine(shown)}`, ...wrapIndented(`It ${words}${again}${why}.${way}`, columns, indent)]];
  });

const accountBlocks = ({ review, colours, columns }: Page): readonly (readonly string[])[] =>
  accountLines(review.inputs ?? []).map(({ label, text, isOpen }) => {
    const [first = '', ...rest] = wrapIndented(text, columns, indent);
    const word = isOpen ? colours.warning(label.padEnd(7)) : colours.note(label.padEnd(7));
    return [`${word}  ${first.trimStart()}`, ...rest];
  });

const verdictLines = ({ review, colours, columns }: Page): readonly string[] => {
  const { errors, warnings, notes, acknowledged, undecided, undecidedErrors, stale } = tallyOf(review);
  const forks = review.services.filter((service) => service.fork).length;
  const counts = [
    errors > 0 ? colours.error(counted(errors, 'error')) : counted(errors, 'error'),
    counted(warnings, 'warning'),
    ...(notes > 0 ? [counted(notes, 'note')] : []),
    `${undecided} undecided${undecided > 0 && review.factsOrigin === null ? ' (there are no facts of a registry)' : ''}`,
    ...(undecidedErrors > 0 ? [`${undecidedErrors} of them could be errors`] : []),
    ...(acknowledged > 0 ? [`${acknowledged} acknowledged`] : []),
    ...(stale > 0 ? [`${counted(stale, 'acknowledgement')} to take out`] : []),
  ].join(', ');
  const judged = `${counted(review.services.length, 'service')} judged, ${counted(forks, 'fork')}`;
  const facts =
    review.factsOrigin === null ? 'without facts of a registry' : `with the facts of ${logLine(review.factsOrigin)}`;
  const at = review.now === null ? 'at no known time' : `at ${toRfc3339(review.now)}`;
  const explained = review.findings.find((finding) => finding.acknowledged === undefined) ?? review.undecided[0];
  const { kind, sentence } = verdictOf(review);
  return [
    colours.faint(`${judged}, ${facts}, ${at}${logLine(judgedByWords(review.judgedBy))}`),
    `${verdictWord(kind, colours)}: ${counts}`,
    ...(review.inputs === undefined ? [] : wrapIndented(sentence, columns, indent)),
    ...openQuestionsOf(review).flatMap(({ way }) => (way === null ? [] : [colours.faint(logLine(way))])),
    ...(explained === undefined ? [] : [colours.faint(logLine(explainWords(explained.ruleId, review.judgedBy)))]),
  ];
};

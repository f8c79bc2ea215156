import type { CardFinding, CardService, CardStaleAcknowledgement, ReviewCard } from '../../domain';
import { becauseWords, isRecoveryChanged, recoveryChangeWords, staleWords, unreachable } from '../../domain';
import type { CardRenderer, Colours } from './renderer';
import { logLine } from './escape';
import { noColours } from './renderer';
import { placeWords, saidBy, sameMissing, groupSame, type Said, type Same } from './same-findings';
import { groupOpenQuestions } from './open-questions';
import { accountLines } from './account-words';
import { basisWords, countsWords, groupMissingFacts, type MissingFacts } from './card-rows';
import { explainWords, ownSeverityWords } from './judged-by-words';
import { byAddress, isFork, openFindings } from './services';
import { verdictWord } from './verdict-word';
import { acknowledgedWords, endWords } from './words';
import { wrapIndented } from './wrap';

interface Page {
  readonly card: ReviewCard;
  /** By address. */
  readonly services: readonly CardService[];
  /** Where the source code declares each service, by its address. */
  readonly places: ReadonlyMap<string, CardService['declaredAt']>;
  readonly columns: number;
  readonly colours: Colours;
}

const indent = 9;

/**
 * A review for people: what was found, what was accepted, what could not be decided, until when the rest holds,
 * and one verdict line with the counts.
 */
export const renderText: CardRenderer = (card, options = {}) => {
  const services = byAddress(card.services);
  const page: Page = {
    card,
    services,
    columns: options.columns ?? 100,
    colours: options.colours ?? noColours,
    places: new Map(services.map(({ address, declaredAt }) => [address, declaredAt])),
  };
  const accepted = saidBy(services, ({ findings }) => findings.filter(({ acknowledged }) => acknowledged !== null));
  const missing = saidBy(services, ({ undecided }) => groupMissingFacts(undecided));
  const blocks = [
    ...groupSame(saidBy(services, openFindings)).map((same) => findingBlock(page, same)),
    ...accepted.map((finding) => acceptedBlock(page, finding)),
    ...card.staleAcknowledgements.map((stale) => staleBlock(page, stale)),
    ...sameMissing(missing).map((same) => undecidedBlock(page, same)),
    ...holdingBlocks(page),
    ...fateBlocks(page),
    ...recoveryBlocks(page),
    ...accountBlocks(page),
  ];
  return [...blocks.map((lines) => lines.join('\n')), verdictLines(page).join('\n')].join('\n\n') + '\n';
};

const findingBlock = (page: Page, { said, addresses }: Same<CardFinding>): readonly string[] => {
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
  const declaredAt = places.get(first) ?? null;
  return declaredAt === null ? '' : ` (${declaredAt.file}:${declaredAt.line})`;
};

const instanceLines = ({ columns }: Page, addresses: readonly string[]): readonly string[] =>
  addresses.length === 1 ? [] : wrapIndented(`At ${addresses.join(', ')}.`, columns, indent);

const severityWord = (colours: Colours, severity: CardFinding['severity']): string => {
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

const acceptedBlock = (page: Page, { address, said }: Said<CardFinding>): readonly string[] => {
  const { ruleId, attribute, summary, detail, severity, acknowledged } = said;
  return [
    `${page.colours.faint('known  ')}  ${logLine(`${ruleId}   ${address} › ${attribute}`)}`,
    ...wrapIndented(`${summary}. ${detail}`, page.columns, indent),
    ...(acknowledged === null ? [] : wrapIndented(acknowledgedWords(severity, acknowledged), page.columns, indent)),
  ];
};

const staleBlock = (page: Page, { ruleId, reason, scope, why }: CardStaleAcknowledgement): readonly string[] => [
  `${page.colours.warning('stale  ')}  ${logLine(`${ruleId}   ${scope}`)}`,
  ...wrapIndented(`Acknowledged: ${reason}`, page.columns, indent),
  ...wrapIndented(staleWords[why], page.columns, indent),
];

const undecidedBlock = (
  page: Page,
  { said: { missing, ruleIds }, addresses }: Same<MissingFacts>,
): readonly string[] => [
  `${page.colours.note('unsure ')}  ${logLine(placeWords(addresses))}`,
  ...wrapIndented(`Not known: ${missing.join(', ')}.`, page.columns, indent),
  ...wrapIndented(`Undecided: ${ruleIds.join(', ')}`, page.columns, indent),
  ...instanceLines(page, addresses),
];

/** One line per service: the first instant at which something of it stops to hold. */
const holdingBlocks = ({ services, card, colours }: Page): readonly (readonly string[])[] => {
  const first = saidBy(services, ({ validUntil }) => (validUntil === null ? [] : [validUntil]));
  const lines = groupSame(first).map(
    ({ said, addresses }) =>
      `${colours.good('holds  ')}  ${logLine(placeWords(addresses))} ${endWords(said.at, card.now)}   ${said.ruleId}`,
  );
  return lines.length === 0 ? [] : [lines];
};

const fateWords: Readonly<Partial<Record<CardService['change']['kind'], string>>> = {
  replace: 'is destroyed with its data, and made again',
  delete: 'is destroyed with its data',
  forget: 'stays, no longer declared; it runs on, and is paid for',
  gone: 'has ended before, beside the record of Terraform',
};

/** One line for each live service that is destroyed, or leaves the record. */
const fateBlocks = ({ services, colours, columns }: Page): readonly (readonly string[])[] =>
  services.flatMap(({ address, side, change, priorName }) => {
    const words = fateWords[change.kind];
    if (words === undefined) return [];
    const name = priorName ?? side.name;
    const [project, own] = name?.split('/') ?? [];
    const again = priorName === undefined || side.name === null ? '' : ` as ${side.name}`;
    const isKept = change.kind === 'forget';
    if (change.anothers && change.sentence !== null)
      return [
        [`${colours.note('left   ')}  ${logLine(name ?? address)}`, ...wrapIndented(change.sentence, columns, indent)],
      ];
    const way = isKept && own ? ` End it with: forkcast service terminate ${own} --project ${project}` : '';
    const isGone = change.kind === 'gone';
    const why = isKept || isGone ? '' : becauseWords(change);
    const label = isGone ? colours.note('gone   ') : isKept ? colours.note('stays  ') : colours.error('loss   ');
    const shown = name === null || name === address ? address : `${name}   ${address}`;
    return [[`${label}  ${logLine(shown)}`, ...wrapIndented(`It ${words}${again}${why}.${way}`, columns, indent)]];
  });

/** What the plan changes in how a service comes back; what stays as it was, findings tell where it is not well. */
const recoveryBlocks = ({ services, colours, columns }: Page): readonly (readonly string[])[] =>
  services.flatMap(({ address, recovery = [] }) => {
    const changed = recovery.filter(isRecoveryChanged);
    return changed.length === 0
      ? []
      : [
          [
            `${colours.note('after  ')}  ${logLine(address)}`,
            ...changed.flatMap((told) => wrapIndented(recoveryChangeWords(told), columns, indent)),
          ],
        ];
  });

const accountBlocks = ({ card, colours, columns }: Page): readonly (readonly string[])[] =>
  accountLines(card.inputs ?? []).map(({ label, text, isOpen }) => {
    const [first = '', ...rest] = wrapIndented(text, columns, indent);
    const word = isOpen ? colours.warning(label.padEnd(7)) : colours.note(label.padEnd(7));
    return [`${word}  ${first.trimStart()}`, ...rest];
  });

const verdictLines = ({ card, services, colours, columns }: Page): readonly string[] => {
  const { kind, sentence } = card.verdict;
  const counts = countsWords(card, {
    error: colours.error,
    why: card.factsOrigin === null ? ' (there are no facts of a registry)' : '',
  });
  const explained = services.flatMap(openFindings)[0] ?? services.flatMap(({ undecided }) => undecided)[0];
  return [
    colours.faint(logLine(basisWords(card, services.filter(isFork).length))),
    `${verdictWord(kind, colours)}: ${counts}`,
    ...(card.inputs === undefined ? [] : wrapIndented(sentence, columns, indent)),
    ...groupOpenQuestions(card).flatMap(({ way }) => (way === null ? [] : [colours.faint(logLine(way))])),
    ...(explained === undefined ? [] : [colours.faint(logLine(explainWords(explained.ruleId, card.judgedBy)))]),
  ];
};

import type { CardFinding, CardService, ReviewCard } from '../../domain';
import { staleWords, unreachable } from '../../domain';
import { accountLines } from './account-words';
import { basisWords, countsWords, isHarmless, isWorthShowing, listRows, chooseTitle } from './card-rows';
import { logLine } from './escape';
import { lineageText } from './lineage-text';
import type { CardRenderer, Colours } from './renderer';
import { noColours } from './renderer';
import { saidAt, type SaidAt } from './said-at';
import type { Same } from './same-findings';
import { timeLineText } from './time-line-text';
import { verdictWord } from './verdict-word';
import { acknowledgedWords } from './words';
import { ownSeverityWords } from './judged-by-words';
import { wrap } from './wrap';

interface Page {
  readonly card: ReviewCard;
  readonly columns: number;
  readonly colours: Colours;
}

const indent = 13;

/** A review card for a terminal: the verdict, then each service with what it is, what was found, and what is not known. */
export const renderCardText: CardRenderer = (card, options = {}) => {
  const page: Page = { card, columns: options.columns ?? 100, colours: options.colours ?? noColours };
  const { colours } = page;
  const { kind, sentence } = card.verdict;
  const saidAtOf = saidAt(card.services);
  const blocks = [
    [`${verdictWord(kind, colours)}: ${logLine(sentence)}`],
    ...card.services.filter(isWorthShowing).map((service) => serviceBlock(page, service, saidAtOf(service))),
    ...card.staleAcknowledgements.map((stale) => [
      `${colours.warning('stale  ')}  ${logLine(stale.ruleId)}   ${logLine(stale.scope)}`,
      ...indented(page, '', `Acknowledged: ${stale.reason}`),
      ...indented(page, '', staleWords[stale.why]),
    ]),
    lineageBlock(page),
    ...accountLines(card.inputs ?? []).map(({ label, text }) => indented(page, label, text)),
    [colours.faint(logLine(basisWords(card))), colours.faint(countsWords(card))],
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
};

/** After what was found: a line too long for the terminal is not broken, since the tree would be. */
const lineageBlock = ({ card, colours }: Page): readonly string[] =>
  lineageText(card.lineage).map((line, index) =>
    `${(index === 0 ? 'lineage' : '').padEnd(indent)}${logLine(line)}`.replace(/^lineage/, colours.note('lineage')),
  );

const serviceBlock = (page: Page, service: CardService, said: SaidAt): readonly string[] => {
  const { colours, card } = page;
  const place = service.declaredAt === null ? '' : ` at ${service.declaredAt.file}:${service.declaredAt.line}`;
  const timeLine = timeLineText(service, card.now);
  return [
    `${colours.note('●')} ${logLine(chooseTitle(service))}   ${colours.faint(logLine(`${service.address}${place}`))}`,
    ...(service.change.sentence === null
      ? []
      : indented(page, service.change.kind, service.change.sentence).map(
          isHarmless(service.change) ? colours.note : colours.error,
        )),
    ...listRows(service, card.now).flatMap(({ label, value }) => indented(page, label, value)),
    ...timeLine.map((line) => `${' '.repeat(indent)}${logLine(line)}`),
    ...said.findings.flatMap((finding) => findingLines(page, finding)),
    ...said.open.flatMap(({ said: { missing, ruleIds }, addresses }) => [
      ...indented(page, 'unsure', `Not known: ${missing.join(', ')}.`),
      ...indented(page, '', `Undecided: ${ruleIds.join(', ')}`),
      ...instanceLines(page, addresses),
    ]),
    ...(said.elsewhere === undefined ? [] : indented(page, '', said.elsewhere)),
  ];
};

const instanceLines = (page: Page, addresses: readonly string[]): readonly string[] =>
  addresses.length === 1 ? [] : indented(page, '', `At ${addresses.length} instances: ${addresses.join(', ')}.`);

const findingLines = (page: Page, { said, addresses }: Same<CardFinding>): readonly string[] => {
  const { severity, ruleId, attribute, summary, detail, remedy, acknowledged } = said;
  const [first = '', ...rest] = indented(page, acknowledged === null ? severity : 'known', `${ruleId}   ${attribute}`);
  return [
    acknowledged === null ? chooseColour(page.colours, severity)(first) : page.colours.faint(first),
    ...rest,
    ...indented(page, '', `${summary}. ${detail}`),
    ...indented(page, '', [remedy, ...ownSeverityWords(said)].join(' ')),
    ...(acknowledged === null ? [] : indented(page, '', acknowledgedWords(severity, acknowledged))),
    ...instanceLines(page, addresses),
  ];
};

const chooseColour = (colours: Colours, severity: CardFinding['severity']): ((text: string) => string) => {
  switch (severity) {
    case 'error':
      return colours.error;
    case 'warning':
      return colours.warning;
    case 'note':
      return colours.note;
    default:
      return unreachable(severity);
  }
};

/** A label and its text, wrapped below each other. */
const indented = ({ columns }: Page, label: string, text: string): readonly string[] =>
  wrap(logLine(text), Math.max(columns - indent, 20)).map((line, index) =>
    `${(index === 0 ? `  ${label}` : '').padEnd(indent)}${line}`.trimEnd(),
  );

import type { CardFinding, CardService, ReviewCard } from '../../domain';
import { unreachable } from '../../domain';
import { accountLines } from './account-words';
import { basisWords, countsWords, isWorthShowing, missingFactsOf, rowsOf, titleOf } from './card-rows';
import { logLine } from './escape';
import type { CardRenderer, Colours } from './renderer';
import { noColours } from './renderer';
import { timeLineText } from './time-line-text';
import { verdictWord } from './verdict-word';
import { acknowledgedWords, staleWords } from './words';
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
  const blocks = [
    [`${verdictWord(kind, colours)}: ${logLine(sentence)}`],
    ...card.services.filter(isWorthShowing).map((service) => serviceBlock(page, service)),
    ...card.staleAcknowledgements.map((stale) => [
      `${colours.warning('stale  ')}  ${logLine(stale.ruleId)}   ${logLine(stale.scope)}`,
      ...indented(page, '', `Acknowledged: ${stale.reason}`),
      ...indented(page, '', staleWords[stale.why]),
    ]),
    ...accountLines(card.inputs ?? []).map(({ label, text }) => indented(page, label, text)),
    [colours.faint(logLine(basisWords(card))), colours.faint(countsWords(card))],
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
};

const serviceBlock = (page: Page, service: CardService): readonly string[] => {
  const { colours, card } = page;
  const place = service.declaredAt === null ? '' : ` at ${service.declaredAt.file}:${service.declaredAt.line}`;
  const timeLine = service.fork === null ? [] : timeLineText(service.fork, card.now);
  return [
    `${colours.note('●')} ${logLine(titleOf(service))}   ${colours.faint(logLine(`${service.address}${place}`))}`,
    ...(service.change.sentence === null
      ? []
      : indented(page, service.change.kind, service.change.sentence).map(
          service.change.kind === 'forget' ? colours.note : colours.error,
        )),
    ...rowsOf(service, card.now).flatMap(({ label, value }) => indented(page, label, value)),
    ...timeLine.map((line) => `${' '.repeat(indent)}${logLine(line)}`),
    ...service.findings.flatMap((finding) => findingLines(page, finding)),
    ...missingFactsOf(service.undecided).flatMap(({ missing, ruleIds }) => [
      ...indented(page, 'unsure', `Not known: ${missing.join(', ')}.`),
      ...indented(page, '', `Undecided: ${ruleIds.join(', ')}`),
    ]),
  ];
};

const findingLines = (page: Page, finding: CardFinding): readonly string[] => {
  const { severity, ruleId, attribute, summary, detail, remedy, acknowledged } = finding;
  const [first = '', ...rest] = indented(page, acknowledged === null ? severity : 'known', `${ruleId}   ${attribute}`);
  return [
    acknowledged === null ? colourOf(page.colours, severity)(first) : page.colours.faint(first),
    ...rest,
    ...indented(page, '', `${summary}. ${detail}`),
    ...indented(page, '', remedy),
    ...(acknowledged === null ? [] : indented(page, '', acknowledgedWords(severity, acknowledged))),
  ];
};

const colourOf = (colours: Colours, severity: CardFinding['severity']): ((text: string) => string) => {
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

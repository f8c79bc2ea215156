import type { CardService, ReviewCard } from '../../domain';
import { counted } from '../../domain';
import { accountLines } from './account-words';
import { basisWords, countsWords, isWorthShowing, chooseMark, chooseTitle } from './card-rows';
import { clip, code, prose } from './escape';
import { countBytes } from './bytes';
import { fitParts } from './fit';
import { marks, listSections, shownServices, type Detail } from './markdown-section';
import { cutTables } from './markdown-table';
import { renderMermaid } from './mermaid';
import type { CardRenderer } from './renderer';

/** The shortest limit that a card can be fitted into, in bytes. */
export const shortestMarkdown = 8_192;

/** Forks above which there is a table in place of a picture. */
export const mostDrawnForks = 100;

/** Between two parts where they stand in one text. */
export const partSeparator = '<!-- forkcast:next-part -->\n';

/** Hidden at the head of each part, so that a bot finds the comment that it wrote before. */
const writeMarker = (part: number): string =>
  part === 1 ? '<!-- forkcast:review -->' : `<!-- forkcast:review:${part} -->`;

/** A review card as Markdown, in one text. */
export const renderMarkdown: CardRenderer = (card) => markdownParts(card).join(partSeparator);

/**
 * A review card as Markdown comments of at most `maxLength` bytes each (at least `shortestMarkdown`; absent: one comment). What there is
 * too much of is folded and cut short first, then the card goes on in further comments.
 */
export const markdownParts = (card: ReviewCard, maxLength: number = Infinity): readonly string[] => {
  const shown = shownServices(card);
  const folds = shown.length > 3;
  const attempts: readonly { readonly detail: Detail; readonly folds: boolean }[] = [
    { detail: 'full', folds },
    { detail: 'full', folds: true },
  ];
  for (const attempt of attempts) {
    const [only, ...more] = fitParts(renderHead(card, attempt.detail, maxLength), listSections(card, shown, attempt), {
      maxLength: Infinity,
      markerOf: writeMarker,
    });
    if (only !== undefined && more.length === 0 && (maxLength === Infinity || countBytes(only) <= maxLength))
      return [only];
  }
  const short = { detail: 'short', folds: true } as const;
  return fitParts(renderHead(card, 'short', maxLength), listSections(card, shown, short), {
    maxLength,
    markerOf: writeMarker,
  });
};

const renderHead = (card: ReviewCard, detail: Detail, maxLength: number): readonly string[] => {
  const { kind, sentence } = card.verdict;
  const forks = card.services.filter(({ fork }) => fork !== null);
  const quiet = card.services.filter((service) => !isWorthShowing(service)).length;
  const canBeDrawn = card.lineage.edges.length > 0 && forks.length <= mostDrawnForks;
  const graph = canBeDrawn ? '```mermaid\n' + renderMermaid(card.lineage) + '\n```' : '';
  const isDrawn = canBeDrawn && countBytes(graph) <= maxLength / (detail === 'full' ? 1 : 4);
  return [
    `## ${verdictMarks[kind]} Forkcast: ${prose(clip(sentence, 600))}`,
    `${countsWords(card)}. ${prose(clip(basisWords(card), 400))}.`,
    ...(forks.length > 1 || (forks.length > 0 && !isDrawn)
      ? cutTables(tableHead, forks.map(renderRow), detail === 'full' ? Infinity : longestTable)
      : []),
    ...(isDrawn ? [graph] : []),
    ...accountList(card, detail),
    ...(quiet === 0 ? [] : [`Nothing to say of ${counted(quiet, 'other service')}.`]),
  ];
};

/** Bytes of a table of forks: it goes on in another one, so that a comment can end between the two. */
const longestTable = 4_096;

/** What is to be said of the inputs; cut where there is no room. */
const accountList = ({ inputs = [] }: ReviewCard, detail: Detail): readonly string[] => {
  const lines = accountLines(inputs);
  const shown = detail === 'full' ? lines : lines.slice(0, 5);
  if (shown.length === 0) return [];
  const items = shown.map(({ label, text }) => `- **${label}** ${prose(detail === 'full' ? text : clip(text, 200))}`);
  return [[...items, ...(shown.length < lines.length ? [`- and ${lines.length - shown.length} more`] : [])].join('\n')];
};

const verdictMarks = { stop: '⛔', go: '✅', unsure: '❔', loss: '💥', nothing: '➖' } as const;

const tableHead = ['', 'Fork', 'Made from', 'State of', 'Holds until'];

const renderRow = (service: CardService): string => {
  const cells = [
    marks[chooseMark(service)],
    code(clip(chooseTitle(service), 48)),
    code(clip(service.fork?.source.name ?? 'not known', 48)),
    service.fork?.point.at ?? 'not known',
    service.validUntil?.at ?? '',
  ];
  return `| ${cells.join(' | ')} |`;
};

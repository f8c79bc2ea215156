import { staleWords, type CardFinding, type CardService, type ReviewCard } from '../../domain';
import { isWorthShowing, chooseMark, listRows, chooseTitle } from './card-rows';
import { clip, code, fenced, html, htmlCode, prose } from './escape';
import { listed } from './listed';
import { saidAt, type SaidAt } from './said-at';
import type { Same } from './same-findings';
import { timeLineText } from './time-line-text';
import { cutTables } from './markdown-table';
import { acknowledgedWords } from './words';

/** How much is told: all, or with time lines left out and long texts cut short. */
export type Detail = 'full' | 'short';

/** A part of the document that is kept together where it fits, and is cut between its blocks where it does not. */
export interface Section {
  /** The heading, for an open section. */
  readonly heading: string;
  /** What stands on the fold, in HTML; undefined: the section is open. */
  readonly fold: string | undefined;
  readonly blocks: readonly string[];
}

/** A sign and its word: never the sign alone. */
export const marks = {
  error: '⛔ error',
  loss: '💥 loss',
  warning: '⚠️ warning',
  unsure: '❔ undecided',
  good: '✅ good',
} as const;

/** Characters of a text and of a name where they are cut short, and bytes of a table: each block then fits into the shortest comment. */
const longestText = 300;
const longestName = 80;
const longestRule = 40;
const longestTable = 4_096;

/** The sections of a card: one for each service that there is something to say of. */
export const listSections = (
  card: ReviewCard,
  services: ReturnType<typeof shownServices>,
  { detail, folds }: { readonly detail: Detail; readonly folds: boolean },
): readonly Section[] => [
  ...services.map(({ service, said }) => {
    const mark = chooseMark(service);
    const title = clip(chooseTitle(service), longestName);
    return {
      heading: `### ${marks[mark]}: ${code(title)}`,
      fold: folds && mark !== 'error' && mark !== 'loss' ? `${marks[mark]}: ${htmlCode(title)}` : undefined,
      blocks: listBlocks(service, said, { card, detail }),
    };
  }),
  ...staleSections(card, detail),
];

/** The services of which there is something to say, each with what was said before it. */
export const shownServices = ({ services }: ReviewCard) => {
  const saidAtOf = saidAt(services);
  return services.filter(isWorthShowing).map((service) => ({ service, said: saidAtOf(service) }));
};

const cut = (text: string, detail: Detail): string => (detail === 'full' ? text : clip(text, longestText));

const listBlocks = (
  service: CardService,
  said: SaidAt,
  { card, detail }: { readonly card: ReviewCard; readonly detail: Detail },
): readonly string[] => {
  const { change, declaredAt, address } = service;
  const place = declaredAt === null ? '' : ` at ${code(clip(`${declaredAt.file}:${declaredAt.line}`, longestName))}`;
  const timeLine = detail === 'short' ? [] : timeLineText(service, card.now);
  return [
    ...(change.sentence === null ? [] : [`**${change.kind}: ${prose(cut(change.sentence, detail))}**`]),
    ...cutTables(
      ['', ''],
      [
        `| Declared | ${code(clip(address, longestName))}${place} |`,
        ...listRows(service, card.now).map(({ label, value }) => `| ${label} | ${prose(cut(value, detail))} |`),
      ],
      detail === 'full' ? Infinity : longestTable,
    ),
    ...(timeLine.length === 0 ? [] : ['```text\n' + timeLine.map(fenced).join('\n') + '\n```']),
    ...said.findings.map((finding) => findingBlock(finding, detail)),
    ...said.open.map(
      ({ said: { missing, ruleIds }, addresses }) =>
        `- **undecided** ${cutList(
          ruleIds.map((id) => code(clip(id, longestRule))),
          detail,
        )}: not known: ${prose(cut(missing.join(', '), detail))}.${instanceWords(addresses)}`,
    ),
    ...(said.elsewhere === undefined ? [] : [`- ${prose(cut(said.elsewhere, detail))}`]),
  ];
};

const mostRules = 12;

const cutList = (items: readonly string[], detail: Detail): string =>
  detail === 'full' || items.length <= mostRules
    ? items.join(', ')
    : `${items.slice(0, mostRules).join(', ')} and ${items.length - mostRules} more`;

/** Where else it is so, on the same line. */
const instanceWords = (addresses: readonly string[]): string =>
  addresses.length === 1 ? '' : ` At ${addresses.length} instances: ${prose(clip(listed(addresses), longestText))}.`;

const findingBlock = ({ said: finding, addresses }: Same<CardFinding>, detail: Detail): string => {
  const { severity, ruleId, attribute, summary, acknowledged } = finding;
  const word = acknowledged === null ? severity : 'known';
  const place = `${code(clip(ruleId, longestName))} at ${code(clip(attribute, longestName))}`;
  return [
    `- **${word}** ${place}: ${prose(clip(summary, longestName))}.${instanceWords(addresses)}`,
    `  ${prose(cut(finding.detail, detail))}`,
    `  **Remedy:** ${prose(cut(finding.remedy, detail))}`,
    ...(acknowledged === null ? [] : [`  ${prose(cut(acknowledgedWords(severity, acknowledged), detail))}`]),
  ].join('\n');
};

const staleSections = ({ staleAcknowledgements }: ReviewCard, detail: Detail): readonly Section[] => {
  if (staleAcknowledgements.length === 0) return [];
  const title = `Acknowledgements to take out: ${staleAcknowledgements.length}`;
  return [
    {
      heading: `### ${title}`,
      fold: html(title),
      blocks: staleAcknowledgements.map(
        ({ ruleId, reason, scope, why }) =>
          `- ${code(clip(ruleId, longestName))} (${prose(clip(scope, longestName))}): ${prose(cut(reason, detail))}. ${staleWords[why]}`,
      ),
    },
  ];
};

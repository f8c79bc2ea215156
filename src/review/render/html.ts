import type { CardService, ReviewCard } from '../../domain';
import { counted, staleWords } from '../../domain';
import { accountLines } from './account-words';
import { basisWords, countsWords, isHarmless, isWorthShowing, chooseMark, listRows, chooseTitle } from './card-rows';
import { html } from './escape';
import { findingItem, repeatedItem, instancesText, isStop, renderStops } from './html-findings';
import { lineageTree } from './html-lineage';
import { htmlPage } from './html-page';
import { mostDrawnForks } from './markdown';
import type { CardRenderer } from './renderer';
import { saidAt, type SaidAt } from './said-at';
import { timeLineSvg } from './time-line-svg';

/** A review card as one page that needs nothing beside itself: no script, no address of the web is loaded. */
export const renderHtml: CardRenderer = (card) =>
  htmlPage('Forkcast review', [
    ...renderHeader(card),
    ...renderStops(card),
    ...renderInputs(card),
    ...renderOverview(card),
    ...renderLineage(card),
    ...renderSections(card),
    ...renderStale(card),
    ...renderQuiet(card),
  ]);

const renderSections = (card: ReviewCard): readonly string[] => {
  const saidAtOf = saidAt(card.services);
  return card.services.filter(isWorthShowing).flatMap((service) => renderSection(service, saidAtOf(service), card));
};

const renderHeader = (card: ReviewCard): readonly string[] => [
  `<header class="${card.verdict.kind}">`,
  '<div class="brand">Forkcast review</div>',
  `<h1>${html(card.verdict.sentence)}</h1>`,
  `<p>${html(countsWords(card))}</p>`,
  `<p class="faint">${html(basisWords(card))}</p>`,
  '</header>',
];

const renderInputs = ({ inputs = [] }: ReviewCard): readonly string[] => {
  const lines = accountLines(inputs);
  if (lines.length === 0) return [];
  const items = lines.map(
    ({ label, text, isOpen }) =>
      `<li><span class="mark ${isOpen ? 'unsure' : 'known'}">${label}</span>${html(text)}</li>`,
  );
  return ['<section>', '<h2>Inputs</h2>', `<ul class="findings">${items.join('\n')}</ul>`, '</section>'];
};

const forksIn = ({ services }: ReviewCard): readonly CardService[] => services.filter(({ fork }) => fork !== null);

/** The forks at a glance, where there are several, as the Markdown has them. */
const renderOverview = (card: ReviewCard): readonly string[] => {
  const forks = forksIn(card);
  if (forks.length < 2) return [];
  return ['<section>', '<h2>Forks</h2>', `<div class="scroll">${renderTable(forks)}</div>`, '</section>'];
};

const renderLineage = (card: ReviewCard): readonly string[] => {
  if (card.lineage.edges.length === 0 || forksIn(card).length > mostDrawnForks) return [];
  const tree = lineageTree(card.lineage);
  const { length } = card.lineage.nodes;
  const shown =
    length <= mostUnfolded ? tree : `<details><summary>${counted(length, 'service')}</summary>${tree}</details>`;
  return ['<section>', '<h2>Lineage</h2>', shown, '</section>'];
};

/** A longer lineage is opened by who wants to see it. */
const mostUnfolded = 8;

const renderTable = (forks: readonly CardService[]): string => {
  const rows = forks.map((service) => {
    const cells = [
      chooseTitle(service),
      service.fork?.source.name ?? 'not known',
      service.fork?.point.at ?? 'not known',
      service.validUntil?.at ?? '',
    ];
    const mark = chooseMark(service);
    return `<tr><td class="${mark}">${markWords[mark]}</td>${cells.map((cell) => `<td>${html(cell)}</td>`).join('')}</tr>`;
  });
  const head = ['', 'Fork', 'Made from', 'State of', 'Holds until'].map((title) => `<th>${title}</th>`).join('');
  return `<table><thead><tr>${head}</tr></thead><tbody>\n${rows.join('\n')}\n</tbody></table>`;
};

const markWords = { error: 'error', loss: 'loss', warning: 'warning', unsure: 'undecided', good: 'good' } as const;

const renderSection = (service: CardService, said: SaidAt, card: ReviewCard): readonly string[] => {
  const { change, declaredAt, address } = service;
  const mark = chooseMark(service);
  const place = declaredAt === null ? '' : `, ${html(`${declaredAt.file}:${declaredAt.line}`)}`;
  const rows = listRows(service, card.now).map(({ label, value }) => `<dt>${label}</dt><dd>${html(value)}</dd>`);
  const findings = [
    ...said.findings.map((same) => (isStop(same) ? repeatedItem(same) : findingItem(same))),
    ...said.open.map(
      ({ said: { missing, ruleIds }, addresses }) =>
        `<li><span class="mark unsure">undecided</span>not known: ${html(missing.join(', '))}` +
        `<p class="faint">${ruleIds.map((id) => `<code>${html(id)}</code>`).join(', ')}</p>${instancesText(addresses)}</li>`,
    ),
    ...(said.elsewhere === undefined ? [] : [`<li><p class="faint">${html(said.elsewhere)}</p></li>`]),
  ];
  return [
    '<section>',
    `<h2><span class="mark ${mark}">${markWords[mark]}</span>${html(chooseTitle(service))}</h2>`,
    `<p class="faint"><code>${html(address)}</code>${place}</p>`,
    ...(change.sentence === null
      ? []
      : [`<p class="destroyed ${isHarmless(change) ? 'note' : 'error'}">${html(change.sentence)}</p>`]),
    `<dl>${rows.join('\n')}</dl>`,
    timeLineSvg(service, card.now),
    ...(findings.length === 0 ? [] : [`<ul class="findings">\n${findings.join('\n')}\n</ul>`]),
    '</section>',
  ];
};

const renderStale = ({ staleAcknowledgements }: ReviewCard): readonly string[] => {
  if (staleAcknowledgements.length === 0) return [];
  const items = staleAcknowledgements.map(
    ({ ruleId, reason, scope, why }) =>
      `<li><code>${html(ruleId)}</code> (${html(scope)}): ${html(reason)}<p>${html(staleWords[why])}</p></li>`,
  );
  return [
    '<section>',
    '<h2>Acknowledgements to take out</h2>',
    `<ul class="findings">${items.join('\n')}</ul>`,
    '</section>',
  ];
};

const renderQuiet = ({ services }: ReviewCard): readonly string[] => {
  const quiet = services.filter((service) => !isWorthShowing(service)).length;
  return quiet === 0 ? [] : [`<p class="faint">Nothing to say of ${counted(quiet, 'other service')}.</p>`];
};

import { askedWords, type RecoveryCell, type RecoveryReport } from '../../domain';
import { html } from './escape';
import { htmlPage } from './html-page';
import {
  codeOf,
  recoveryBasis,
  recoverySentence,
  rowWords,
  wayBackWords,
  type RecoveryRenderer,
} from './recovery-words';

/** A recovery report as one page that needs nothing beside itself. */
export const renderRecoveryHtml: RecoveryRenderer = (report) =>
  htmlPage('Forkcast recovery', [
    `<header class="${report.counts.askedBreached > 0 ? 'stop' : report.counts.askedUnknown > 0 ? 'unsure' : 'go'}">`,
    '<div class="brand">Forkcast recovery</div>',
    `<h1>${html(recoverySentence(report))}</h1>`,
    `<p class="faint">${html(recoveryBasis(report))}</p>`,
    '</header>',
    ...matrix(report),
    ...report.services.flatMap((row) => section(row, report)),
  ]);

const marks = { met: 'good', breached: 'error', unknown: 'unsure' } as const;

const matrix = ({ losses, services }: RecoveryReport): readonly string[] => [
  '<section><div class="scroll"><table>',
  `<tr><th>Service</th>${losses.map((loss) => `<th>${html(loss)}</th>`).join('')}</tr>`,
  ...services.map(
    ({ name, cells }) =>
      `<tr><td>${html(name)}</td>${cells.map((cell) => `<td class="${marks[cell.verdict]}">${cell.verdict}</td>`).join('')}</tr>`,
  ),
  '</table></div></section>',
];

const section = (row: RecoveryReport['services'][number], report: RecoveryReport): readonly string[] => [
  '<section>',
  `<h2>${html(rowWords(row))}</h2>`,
  '<ul class="findings">',
  ...row.cells.map((cell) => item(cell, report)),
  '</ul>',
  '</section>',
];

const item = (cell: RecoveryCell, report: RecoveryReport): string => {
  const way = wayBackWords(cell);
  const written = codeOf(cell, report).map(
    ([language, text]) =>
      `<details><summary>${html(language)}</summary><pre><code>${text.split('\n').map(html).join('\n')}</code></pre></details>`,
  );
  return [
    `<li><span class="mark ${marks[cell.verdict]}">${cell.verdict}</span><strong>${html(cell.loss)}</strong> `,
    `<span class="faint">${html(askedWords(cell))}</span><p>${html(cell.why)}</p>`,
    ...(way === undefined ? [] : [`<p class="faint">${html(way)}</p>`]),
    ...written,
    '</li>',
  ].join('');
};

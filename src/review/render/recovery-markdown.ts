import { askedWords, type RecoveryReport } from '../../domain';
import { code, fenced, prose } from './escape';
import { cutTables } from './markdown-table';
import {
  codeOf,
  recoveryBasis,
  recoverySentence,
  rowWords,
  wayBackWords,
  type RecoveryRenderer,
} from './recovery-words';

/** A recovery report as a comment: the matrix, then each cell with the fork that goes the way back, folded. */
export const renderRecoveryMarkdown: RecoveryRenderer = (report) =>
  [
    `## ${prose(recoverySentence(report))}`,
    ...matrix(report),
    ...report.services.map((row) => section(row, report)),
    prose(recoveryBasis(report)),
    '',
  ].join('\n\n');

const matrix = ({ losses, services }: RecoveryReport): readonly string[] =>
  cutTables(
    ['Service', ...losses.map(prose)],
    services.map(
      ({ name, cells }) =>
        `| ${code(name)} | ${cells.map(({ verdict, asked }) => (asked.length > 0 ? `**${verdict}**` : verdict)).join(' | ')} |`,
    ),
    Infinity,
  );

const section = (row: RecoveryReport['services'][number], report: RecoveryReport): string =>
  [
    `<details><summary>${prose(rowWords(row))}</summary>`,
    ...row.cells.map((cell) => {
      const way = wayBackWords(cell);
      const sentence = `**${prose(cell.loss)}**: ${cell.verdict}, ${prose(askedWords(cell))}. ${prose(cell.why)}`;
      const written = codeOf(cell, report).map(
        ([language, text]) =>
          `\`\`\`${language === 'cli' || language === 'curl' ? 'sh' : language}\n${fenced(text)}\n\`\`\``,
      );
      return [sentence, ...(way === undefined ? [] : [prose(way)]), ...written].join('\n\n');
    }),
    '</details>',
  ].join('\n\n');

import { askedWords, type RecoveryCell } from '../../domain';
import { logLine } from './escape';
import {
  codeOf,
  recoveryBasis,
  recoverySentence,
  rowWords,
  wayBackWords,
  type RecoveryRenderer,
} from './recovery-words';
import { noColours } from './renderer';
import { wrapIndented } from './wrap';

/** A recovery report for people: each service with its losses, the way back, and the command line that goes it. */
export const renderRecoveryText: RecoveryRenderer = (report, { columns = 100, colours = noColours } = {}) => {
  const widest = Math.max(0, ...report.losses.map(({ length }) => length));
  const mark = { met: colours.good, breached: colours.error, unknown: colours.warning };
  const lines = (cell: RecoveryCell): readonly string[] => {
    const head = `  ${logLine(cell.loss).padEnd(widest)}  ${mark[cell.verdict](cell.verdict.padEnd(8))}  ${logLine(askedWords(cell))}`;
    const way = wayBackWords(cell);
    const command = codeOf(cell, report).find(([language]) => language === 'cli')?.[1];
    return [
      head,
      ...wrapIndented(cell.why, columns, 6),
      ...(way === undefined ? [] : wrapIndented(way, columns, 6)),
      ...(command === undefined ? [] : [`      ${logLine(command)}`]),
    ];
  };
  const blocks = report.services.map((row) => [logLine(rowWords(row)), ...row.cells.flatMap(lines)].join('\n'));
  return `${[...blocks, [colours.faint(logLine(recoveryBasis(report))), recoverySentence(report)].join('\n')].join('\n\n')}\n`;
};

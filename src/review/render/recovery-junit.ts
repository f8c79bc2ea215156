import { askedWords, type RecoveryCell } from '../../domain';
import { html } from './escape';
import { wayBackWords, type RecoveryRenderer } from './recovery-words';

type Outcome = 'failed' | 'skipped' | 'passed';

/**
 * A recovery report as JUnit XML: a suite for each service, a case for each loss. What a policy asks for fails where it is breached;
 * what is not known is skipped, and fails with `strict` where it is asked for. What nobody asks for never fails.
 */
export const renderRecoveryJunit: RecoveryRenderer = ({ services }, { strict = false } = {}) => {
  const outcomeOf = ({ verdict, asked }: RecoveryCell): Outcome => {
    if (asked.length > 0 && (verdict === 'breached' || (strict && verdict === 'unknown'))) return 'failed';
    return verdict === 'unknown' ? 'skipped' : 'passed';
  };
  const tally = (cells: readonly RecoveryCell[]): string => {
    const count = (wanted: Outcome): number => cells.filter((cell) => outcomeOf(cell) === wanted).length;
    return `tests="${cells.length}" failures="${count('failed')}" errors="0" skipped="${count('skipped')}"`;
  };
  const caseOf = (name: string, cell: RecoveryCell): string => {
    const words = [`${cell.verdict}, ${askedWords(cell)}.`, cell.why, wayBackWords(cell) ?? ''].join(' ').trim();
    const outcome = outcomeOf(cell);
    const body =
      outcome === 'failed'
        ? `<failure type="${cell.verdict}" message="${html(cell.why)}">${html(words)}</failure>`
        : outcome === 'skipped'
          ? `<skipped message="${html(cell.why)}"/>`
          : `<system-out>${html(words)}</system-out>`;
    return `    <testcase classname="${html(name)}" name="${html(cell.loss)}">${body}</testcase>`;
  };
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="forkcast recover" ${tally(services.flatMap(({ cells }) => cells))}>`,
    ...services.flatMap(({ name, cells }) => [
      `  <testsuite name="${html(name)}" ${tally(cells)}>`,
      ...cells.map((cell) => caseOf(name, cell)),
      '  </testsuite>',
    ]),
    '</testsuites>',
    '',
  ].join('\n');
};

import { askedWords, type RecoveryCell } from '../../domain';
import { html } from './escape';
import { wayBackWords, type RecoveryRenderer } from './recovery-words';
import { writeSuites, type Case } from './junit';

/**
 * A recovery report as JUnit XML: a suite for each service, a case for each loss. What a policy asks for fails where it is breached;
 * what is not known is skipped, and fails with `strict` where it is asked for. What nobody asks for never fails.
 */
export const renderRecoveryJunit: RecoveryRenderer = ({ services }, { strict = false } = {}) =>
  writeSuites(
    'forkcast recover',
    services.map(({ name, cells }) => ({ name, place: '', cases: cells.map((cell) => caseOf(cell, strict)) })),
  );

const caseOf = (cell: RecoveryCell, strict: boolean): Case => {
  const { loss: name, verdict, asked, why } = cell;
  const words = html([`${verdict}, ${askedWords(cell)}.`, why, wayBackWords(cell) ?? ''].join(' ').trim());
  if (asked.length > 0 && (verdict === 'breached' || (strict && verdict === 'unknown'))) {
    return { name, outcome: 'failed', body: `<failure type="${verdict}" message="${html(why)}">${words}</failure>` };
  }
  return verdict === 'unknown'
    ? { name, outcome: 'skipped', body: `<skipped message="${html(why)}"/>` }
    : { name, outcome: 'passed', body: `<system-out>${words}</system-out>` };
};

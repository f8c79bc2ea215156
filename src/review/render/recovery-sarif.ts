import {
  askedWords,
  byCodeUnit,
  printable,
  type JsonObject,
  type RecoveryCell,
  type RecoveryReport,
} from '../../domain';
import { wayBackWords, type RecoveryRenderer } from './recovery-words';
import { sarifSchema, sarifText } from './sarif';

/** A recovery report as SARIF 2.1.0: what is breached is an error where a policy asks for it, else a note; what is not known is open. */
export const renderRecoverySarif: RecoveryRenderer = (report) => `${JSON.stringify(buildSarif(report), null, 2)}\n`;

const buildSarif = (report: RecoveryReport): JsonObject => ({
  $schema: sarifSchema,
  version: '2.1.0',
  runs: [
    {
      tool: {
        driver: {
          name: 'Forkcast',
          rules: [...report.losses].sort(byCodeUnit).map((loss) => ({
            id: idOf(loss),
            shortDescription: { text: sarifText(`What comes back after the loss of ${loss}`) },
          })),
        },
      },
      columnKind: 'utf16CodeUnits',
      invocations: [{ executionSuccessful: true }],
      results: report.services.flatMap(({ name, cells }) => cells.map((cell) => buildResult(name, cell))),
    },
  ],
});

const idOf = (loss: string): string => `recover/${printable(loss)}`;

const buildResult = (name: string, cell: RecoveryCell): JsonObject => {
  const { verdict, asked, why, loss } = cell;
  const level = verdict === 'breached' ? (asked.length > 0 ? 'error' : 'note') : 'none';
  return {
    ruleId: idOf(loss),
    kind: verdict === 'breached' ? 'fail' : verdict === 'met' ? 'pass' : 'open',
    level,
    message: { text: sarifText([`${verdict}, ${askedWords(cell)}.`, why, wayBackWords(cell) ?? ''].join(' ').trim()) },
    locations: [
      { logicalLocations: [{ name: printable(name), fullyQualifiedName: printable(name), kind: 'resource' }] },
    ],
  };
};

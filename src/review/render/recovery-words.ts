import { counted, printable, secondMs, serviceCode, type RecoveryCell, type RecoveryReport } from '../../domain';
import { durationWords } from './duration-words';
import { judgedByWords } from './judged-by-words';
import type { CardRenderer } from './renderer';

/** Makes a text of a recovery report: pure, the same bytes for the same report. Never throws. */
export type RecoveryRenderer = (report: RecoveryReport, options?: Parameters<CardRenderer>[1]) => string;

/** `prod/orders-pg: pg business-4, google-europe-west1`. */
export const rowWords = ({ name, type, plan, cloud }: RecoveryReport['services'][number]): string =>
  type === null ? name : `${name}: ${type} ${plan ?? ''}, ${cloud ?? ''}`;

/** Where it comes back from, with what loss, and how long it takes; undefined: it does not. */
export const wayBackWords = ({ from }: RecoveryCell): string | undefined => {
  if (from === null) return undefined;
  const { location, role, backupName, restoredTo, lossSeconds, unshippedSeconds, restore } = from;
  const besides =
    unshippedSeconds === null
      ? ' or more'
      : unshippedSeconds === 0
        ? ''
        : ` to ${length(lossSeconds + unshippedSeconds)}`;
  const time = restore === null ? 'time not known: nobody measured a restore here' : `time ${restore.formula}`;
  return `from ${location} (${role}), backup ${backupName}, to ${restoredTo}; computed loss ${length(lossSeconds)}${besides}; ${time}`;
};

const length = (seconds: number): string => (seconds === 0 ? '0 s' : durationWords(seconds * secondMs));

/** The fork that does it, in every language, in the order of the page. */
export const codeOf = (
  { from }: RecoveryCell,
  { realAccount }: Pick<RecoveryReport, 'realAccount'>,
): readonly (readonly [language: string, code: string])[] =>
  from === null
    ? []
    : Object.entries(serviceCode(from.fork, { account: realAccount === true ? 'real' : 'simulated' })).map(
        ([language, code]) => [language, code.split('\n').map(printable).join('\n')],
      );

/** One sentence on the whole. */
export const recoverySentence = ({ counts, services }: RecoveryReport): string => {
  if (services.length === 0) return 'There is no service to judge.';
  if (counts.askedBreached > 0) return `${counts.askedBreached} of what policies ask for is breached.`;
  if (counts.askedUnknown > 0) return `${counts.askedUnknown} of what policies ask for is not known, and so not met.`;
  const isAsked = services.some(({ cells }) => cells.some(({ asked }) => asked.length > 0));
  return isAsked ? 'All that policies ask for is met.' : 'No policy asks for anything: any way back counts as met.';
};

/** `4 met, 3 breached, 1 unknown, ...`. */
export const recoveryBasis = (report: RecoveryReport): string => {
  const { counts, at, now, factsOrigin, afterPlan, judgedBy, restore, runs = [] } = report;
  const tally = `${counts.met} met, ${counts.breached} breached, ${counts.unknown} unknown`;
  const when = at === now ? `lost at ${at}` : `lost at ${at}, facts of ${now}`;
  const given =
    restore === null ? 'no rate of a restore' : `restores at ${restore.mbPerSecond} MB/s, measured ${restore.measured}`;
  const recorded = runs.length === 0 ? '' : counted(runs.length, 'recorded run');
  const rate = recorded === '' ? given : restore === null ? recorded : `${recorded}, else ${given}`;
  const plan = afterPlan ? ', after the plan' : '';
  return `${tally}${plan}, ${when}, with the facts of ${factsOrigin}, ${rate}${judgedByWords(judgedBy)}`;
};

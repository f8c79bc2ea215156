import { parseRecoveryTime, toRfc3339 } from '../domain';
import type { Context } from './command';

/** Tells what a recovery time without a zone means, in the words of the rule, where nothing else is judged: the registry takes it. */
export const warnOfZone = ({ log }: Pick<Context, 'log'>, text: unknown): void => {
  const time = typeof text === 'string' ? parseRecoveryTime(text) : undefined;
  if (time === undefined || time.zoned) return;
  const instant = toRfc3339(time.at);
  log(
    `warning: recovery_target_time: "${time.text}" names no zone: it means ${instant}. ` +
      `Write "${instant}", or give your own offset. (recovery/target-time-without-zone)`,
  );
};

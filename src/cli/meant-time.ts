import {
  instantSeen,
  isJsonObject,
  parseInstant,
  parseRecoveryTime,
  parseTimeSaid,
  type EpochMs,
  type RecoveryTime,
} from '../domain';
import type { Context } from './command';

type Asking = Pick<Context, 'reader' | 'log' | 'terminal'>;

/** Now, by the clock of the registry; one that tells no time, as the vendor's own, is taken to have that of this machine. */
const registryNow = async ({ reader, terminal }: Asking): Promise<EpochMs> => {
  const { contract, isVendorAnswer } = await import('../api/index.js');
  const { get } = await reader();
  try {
    const { body } = await get(contract.ClockGet.path);
    const now = isJsonObject(body) ? body['now'] : undefined;
    return parseInstant(typeof now === 'string' ? now : undefined) ?? terminal.now();
  } catch (error) {
    if (isVendorAnswer(error)) return terminal.now();
    throw error;
  }
};

/**
 * The time that a flag gives. What is said in words, such as `2h ago`, is seen from the now of the registry, or of `now`; which instant
 * that is stands on stderr, and only the instant goes on. Undefined for what is no time.
 */
export const meantTime = async (context: Asking, said: string, now?: EpochMs): Promise<RecoveryTime | undefined> => {
  const written = parseRecoveryTime(said);
  if (written !== undefined || parseTimeSaid(said, context.terminal.now()) === undefined) return written;
  const seenFrom = now ?? (await registryNow(context));
  const meant = parseTimeSaid(said, seenFrom);
  if (meant !== undefined) context.log(`"${said}" is ${instantSeen(meant.at, seenFrom)}`);
  return meant;
};

/** The same for `--recovery-target-time`, as it is sent: what is no time goes as it is, for the registry to refuse. */
export const meantText = async (context: Asking, said: string | undefined): Promise<string | undefined> =>
  said === undefined ? undefined : ((await meantTime(context, said))?.text ?? said);

/** The instant of a flag that takes nothing but a time. */
export const meantInstant = async (
  context: Asking,
  said: string | undefined,
  now?: EpochMs,
): Promise<EpochMs | undefined> => (said === undefined ? undefined : (await meantTime(context, said, now))?.at);

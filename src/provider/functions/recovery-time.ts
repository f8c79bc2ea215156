import { parseDurationMs, parseRecoveryTime, toRfc3339 } from '../../domain';
import { bool, type FunctionAnswer, objectOf, parseDuration, type ProviderFunction, string } from '../protocol';
import { toText } from '../values';

const noTime = (text: string): FunctionAnswer => ({
  kind: 'refused',
  argument: 0,
  why: `${JSON.stringify(text)} is not a recovery time: a date and a time such as 2026-11-20T08:00:00Z.`,
});

/** Reads a recovery time as the registry does. */
export const recoveryTimeParse: ProviderFunction = {
  name: 'recovery_time_parse',
  summary: 'Reads a recovery time as the registry does',
  description:
    'Gives `rfc3339`, the instant in UTC, and `zoned`: false where the text names no zone and is read as UTC. ' +
    'Fails on what is no recovery time.',
  parameters: [{ name: 'time', type: string, description: 'A recovery time.' }],
  returns: objectOf({ rfc3339: string, zoned: bool }),
  call: (time = null) => {
    const text = toText(time) ?? '';
    const parsed = parseRecoveryTime(text);
    if (parsed === undefined) return noTime(text);
    return { kind: 'value', value: { rfc3339: toRfc3339(parsed.at), zoned: parsed.zoned } };
  },
};

/** Moves a recovery time by a duration with a sign. */
export const recoveryTimeShift: ProviderFunction = {
  name: 'recovery_time_shift',
  summary: 'Moves a recovery time earlier or later',
  description: 'Gives the instant in UTC, RFC 3339. The duration has a sign when it goes back: `-90m`, `-2d`, `1h30m`.',
  parameters: [
    { name: 'time', type: string, description: 'A recovery time.' },
    { name: 'duration', type: string, description: 'How far: `-2h`, `+30m`, `-1d`.' },
  ],
  returns: string,
  call: (time = null, duration = null) => {
    const [text, by] = [toText(time) ?? '', toText(duration) ?? ''];
    const parsed = parseRecoveryTime(text);
    if (parsed === undefined) return noTime(text);
    const [, sign = '', length = ''] = /^([+-]?)(.*)$/.exec(by) ?? [];
    const ms = parseDurationMs(length) ?? parseDuration(length);
    const shifted = ms === undefined ? undefined : parsed.at + (sign === '-' ? -ms : ms);
    if (shifted === undefined || shifted < 0 || shifted > latest) {
      const why = `${JSON.stringify(by)} is not a duration such as -2h, +30m or -1d that ends between 1970 and 9999.`;
      return { kind: 'refused', argument: 1, why };
    }
    return { kind: 'value', value: toRfc3339(shifted) };
  },
};

const latest = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

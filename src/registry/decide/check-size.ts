import type { JsonObject } from '../../domain';
import { refuse, type Objection } from './decision';

/** Most bytes that the settings of a service take as JSON: our bound, so that no writer makes lists and snapshots too long for others. */
const mostBytes = 256 * 1024;

/** Objects to settings that are too large together, by the largest of them. */
export const checkSize = (userConfig: JsonObject): Objection => {
  const sizes = Object.entries(userConfig).map(([key, value]) => ({
    key,
    bytes: Buffer.byteLength(JSON.stringify(value)),
  }));
  const bytes = sizes.reduce((sum, one) => sum + one.bytes, 0);
  const [largest] = sizes.sort((a, b) => b.bytes - a.bytes);
  return bytes <= mostBytes || largest === undefined
    ? undefined
    : refuse(
        'user_config_value_invalid',
        `The settings of a service take at most ${mostBytes} bytes as JSON, these take ${bytes}, ${largest.key} alone ` +
          `${largest.bytes}. Make it shorter.`,
        `user_config.${largest.key}`,
      );
};

import type { JsonObject } from '../../domain';
import { refuse, type Objection } from './decision';

/** Most bytes that settings take as JSON: our bounds, so that no writer makes lists and snapshots too long for others. */
const mostBytes = { service: 256 * 1024, endpoint: 64 * 1024, integration: 64 * 1024 } as const;

/** Objects to settings that are too large together, by the largest of them. */
export const checkSize = (userConfig: JsonObject, of: keyof typeof mostBytes = 'service'): Objection => {
  const sizes = Object.entries(userConfig).map(([key, value]) => ({
    key,
    bytes: Buffer.byteLength(JSON.stringify(value)),
  }));
  const bytes = sizes.reduce((sum, one) => sum + one.bytes, 0);
  const [largest] = sizes.sort((a, b) => b.bytes - a.bytes);
  return bytes <= mostBytes[of] || largest === undefined
    ? undefined
    : refuse(
        of === 'service' ? 'user_config_value_invalid' : 'request_invalid',
        `The settings of a${of === 'service' ? '' : 'n'} ${of} take at most ${mostBytes[of]} bytes as JSON, these take ${bytes}, ` +
          `${largest.key} alone ${largest.bytes}. Make it shorter.`,
        `user_config.${largest.key}`,
      );
};

/** Most of one kind that one service, or project, has. */
const most = { databases: 1_000, users: 1_000, pools: 1_000, integrations: 200, endpoints: 200 } as const;

/** Objects to one more of a kind where there are as many as one may have: each is a part of every answer about it. */
export const checkCount = (kind: keyof typeof most, count: number, holder: string): Objection =>
  count < most[kind]
    ? undefined
    : refuse('request_invalid', `${holder} has ${count} ${kind}, and may have ${most[kind]}. Delete one first.`);

import { toRfc3339 } from '../../domain';
import { done } from '../command';
import { serviceCommand } from '../service-command';
import { meantInstant } from '../meant-time';
import { fields } from '../show/table';

/** `forkcast registry digest`. */
export const registryDigest = serviceCommand({
  name: 'registry digest',
  summary: 'fingerprint what a service holds, at any time',
  about:
    'Equal data digests mean equal databases, rows, users and pools. A fork has, when it is made, the digest ' +
    'that its source had at the recovery point.',
  examples: {
    'forkcast registry digest orders --at 2026-11-19T12:00:00Z': 'the source, then',
    'forkcast registry digest orders-fork': 'the fork, now',
  },
  argument: ['service', 'the service'],
  flags: (inputs) => ({ at: inputs.time('--at <time>', 'what it held then (default: now)') }),
  run: async ({ context, client, project, service }, { at }) => {
    const instant = await meantInstant(context, at);
    const held = await client.contents(project, service, instant === undefined ? undefined : toRfc3339(instant));
    return done(
      fields([
        ['at', held.at],
        ['databases', held.databases.join(', ') || 'none'],
        ['users', held.users.join(', ') || 'none'],
        ['pools', held.connection_pools.join(', ') || 'none'],
        ['rows', String(held.row_count)],
        ['data digest', held.data_digest],
        ['config digest', held.config_digest],
      ]),
      { contents: held },
    );
  },
});

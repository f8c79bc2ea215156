import type { RegistryClient, ServiceBody } from '../api';
import type { ServiceId } from '../domain';
import type { Context } from './command';
import { lengthText } from './show/time';

/**
 * Waits until a service is RUNNING, with progress on stderr.
 * @throws WaitTimedOutError, ClockFrozenError or ServiceLostError when it does not come to that; nothing is undone
 */
export const awaitRunning = async (
  { terminal, log }: Context,
  client: RegistryClient,
  wanted: { readonly id: ServiceId; readonly service: ServiceBody; readonly timeoutMs: number },
): Promise<ServiceBody> => {
  const { waitForRunning } = await import('../engine/index.js');
  const startedAt = terminal.now();
  let told = '';
  const outcome = await waitForRunning(
    {
      client,
      clock: { now: () => terminal.now() },
      sleep: (ms) => terminal.sleep(ms),
      progress: ({ service, phase, percent }) => {
        const line = `${service}: ${phase ?? 'waiting'}${percent === null ? '' : ` ${percent} %`}`;
        if (line !== told) log(`${line} (${lengthText(terminal.now() - startedAt)})`);
        told = line;
      },
      environment: (name) => terminal.env[name],
    },
    { id: wanted.id, action: 'created', service: wanted.service },
    { startedAt, timeoutMs: wanted.timeoutMs },
  );
  if (outcome.kind === 'unfinished') throw outcome.error;
  return outcome.service;
};

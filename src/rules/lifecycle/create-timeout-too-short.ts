import { minuteMs, secondMs, serviceKey } from '../../domain';
import { documented, inferred, providerSource } from '../cite';
import { durationText } from '../duration-text';
import { liveSourceOf } from '../live-source';
import { defineRule } from '../rule';
import { orStop, orUndecided } from '../stop';
import { pass, undecided, violated } from '../verdict';
import { nameDataSize } from '../data-size';

/** What the vendor's provider waits when nothing is written. */
const defaultTimeoutMs = 20 * minuteMs;
const provisioningMs = 5 * minuteMs;
const restoredMbPerSecond = 100;

/** Rule 74: a restore that outlasts the create timeout. */
export const createTimeoutTooShort = defineRule({
  severity: 'warning',
  scope: 'creation',
  title: 'Restore may take longer than the create timeout',
  why: 'A fork that outlasts the timeout is made but not recorded: it stays behind as an orphan, and the next run finds its name taken.',
  attribute: 'create_timeout',
  sources: [
    documented('terraform-provider-aiven, public thread 2137'),
    providerSource('create: a timeout of 20 minutes, and no state before its end'),
    inferred('five minutes to provision, then 100 MB of data per second'),
  ],
  planOnly: 'It is about how long the client waits, which the control plane does not know.',
  messages: {
    short: {
      detail:
        '{source} holds {size} of data: making the fork may take {estimate}, and the create timeout is {timeout}.',
      remedy: 'Set a create timeout of at least {advised}.',
    },
  },
  check: (subject) => {
    const source = orStop(liveSourceOf(subject));
    const { createTimeoutMs, address, carried } = subject.request;
    const asked = orUndecided(createTimeoutMs, `create_timeout of ${address}`);
    // Forkcast's own provider then waits as long as the size of the data asks for.
    if (asked === undefined && carried?.by === 'provider') return pass;
    const timeoutMs = asked ?? defaultTimeoutMs;
    const { dataSizeMb } = source;
    if (dataSizeMb === undefined) return undecided(nameDataSize(source));
    const estimateMs = provisioningMs + (dataSizeMb / restoredMbPerSecond) * secondMs;
    if (estimateMs <= timeoutMs) return pass;
    return violated('short', {
      source: serviceKey(source),
      size: dataSizeMb >= 1_024 ? `${Math.round(dataSizeMb / 1_024)} GB` : `${dataSizeMb} MB`,
      estimate: durationText(Math.round(estimateMs / minuteMs) * minuteMs),
      timeout: durationText(timeoutMs) + (asked === undefined ? ' (the default)' : ''),
      advised: `${Math.ceil((estimateMs * 1.5) / minuteMs)}m`,
    });
  },
});

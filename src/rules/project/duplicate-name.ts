import { blockAddress } from '../../domain';
import { documented } from '../cite';
import { defineRule } from '../rule';
import { pass, undecided, violated } from '../verdict';
import { ownNameOf } from '../asked';

/** Rule 81: one name declared twice. */
export const duplicateName = defineRule({
  severity: 'error',
  scope: 'settings',
  ownership: true,
  title: 'Two declared services have one name',
  why: 'Names are unique inside a project. A count or a loop with a constant name plans cleanly, and only its first service can be made.',
  attribute: 'service_name',
  sources: [documented('API reference, ServiceCreate')],
  asks: { siblings: true },
  predicts: ['service_already_exists'],
  messages: {
    twice: {
      detail: '{service} is declared more than once: here and as {others}.',
      remedy: 'Give each its own service_name. If they are one service, declare it once.',
    },
    loop: {
      detail: '{service} is the name of {count} instances of {block}.',
      remedy: 'Give each its own service_name, for example with the index of the loop in it.',
    },
  },
  check: (subject) => {
    const { request, configuration } = subject;
    const { address } = request;
    const service = ownNameOf(subject);
    if (request.uncounted) return undecided(`number of instances of ${address}`);
    const namesakes = (configuration.byName.get(service) ?? []).filter((other) => other !== request);
    if (namesakes.length === 0) return pass;
    const block = blockAddress(address);
    if (block !== address && namesakes.every((other) => blockAddress(other.address) === block))
      return violated('loop', { service, count: namesakes.length + 1, block });
    const others = namesakes.map((other) => other.address).sort();
    const shown = others.length > 3 ? [...others.slice(0, 3), `${others.length - 3} more`] : others;
    return violated('twice', { service, others: shown.join(', ') });
  },
});

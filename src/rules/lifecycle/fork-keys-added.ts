import { sourceKeys } from '../asks';
import { providerSource, userConfigSchema } from '../cite';
import { isMadeAsFork, writtenText } from '../../planner';
import { missingService } from '../missing-names';
import { replacementCause } from '../replacement';
import { defineRule } from '../rule';
import { notApplicable, pass, undecided, violated } from '../verdict';

/** Rule 70: fork keys on a service that is no fork. */
export const forkKeysAdded = defineRule({
  severity: 'error',
  scope: 'lifecycle',
  title: 'Fork keys were added to a live service that is no fork',
  why: 'A service becomes a fork only by being made as one. To add the keys later means to destroy the live service with its data.',
  attribute: 'user_config.service_to_fork_from',
  sources: [userConfigSchema, providerSource('user_config keys that force replacement')],
  asks: { about: ['fork-key-added'], any: sourceKeys },
  predicts: [
    'user_config_create_only',
    'user_config_value_invalid',
    'recovery_key_unsupported',
    'fork_type_unsupported',
  ],
  messages: {
    added: {
      detail: '{service} is live and is no fork; the configuration now asks to make it from "{source}".',
      remedy: 'Take the fork keys out, and declare a second service for the fork.',
    },
    destroyed: {
      detail:
        '{service} is live and is no fork; the configuration now asks to make it from "{source}". The plan destroys it ' +
        'with all its data.',
      remedy: 'Take the fork keys out, and declare a second service for the fork.',
      planOnly: true,
    },
  },
  check: (subject) => {
    const { request, made: existing, standing, isFork, sourceName } = subject;
    if (!isFork) return notApplicable;
    const cause = replacementCause(subject);
    if (cause !== undefined && cause !== 'fork-keys-added') return notApplicable;
    if (existing === undefined) return standing === 'new' ? notApplicable : undecided(missingService(request));
    if (isMadeAsFork(existing)) return pass;
    const source = sourceName?.service;
    if (!source?.known) {
      return cause === undefined
        ? undecided(`user_config.service_to_fork_from of ${request.address}`)
        : violated('destroyed', { service: subject.madeName, source: 'a service known after apply' });
    }
    const data = { service: subject.madeName, source: writtenText(source.value) ?? '' };
    return violated(cause === undefined ? 'added' : 'destroyed', data);
  },
});

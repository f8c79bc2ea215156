import type { JsonObject } from '../../domain';
import { forkPage, inferred, providerSource, userConfigSchema } from '../cite';
import {
  type Difference,
  differenceData,
  differenceWords,
  forkKeyDifferences,
  isMadeAsFork,
  knownSettings,
  refusalRemedies,
  unknownForkKeys,
  writtenForkKeys,
  writtenText,
} from '../../planner';
import { missingService } from '../missing-names';
import { replacementCause } from '../replacement';
import { keepsByIgnoring, resourcePath } from '../resource-path';
import { defineRule } from '../rule';
import { notApplicable, pass, undecided, violated } from '../verdict';

/** Rule 69: the create-only fork keys of a live fork. */
export const forkKeyChanged = defineRule({
  severity: 'error',
  scope: 'lifecycle',
  ends: true,
  title: 'Fork key of a live fork was changed',
  why:
    'The keys that make a fork can be set only while it is created. To change one means to destroy the ' +
    'live fork with its data and to make another.',
  attribute: 'user_config',
  sources: [
    userConfigSchema,
    providerSource('user_config keys that force replacement'),
    forkPage,
    inferred('a key that is taken out of the configuration has done its work: that is no change'),
  ],
  asks: { about: ['fork-key-of-fork'] },
  predicts: [
    'user_config_create_only',
    'user_config_value_invalid',
    'recovery_key_unsupported',
    'fork_type_unsupported',
  ],
  messages: {
    changed: {
      detail: `${differenceWords['fork-key']}.`,
      remedy: refusalRemedies['fork-changed'],
      remedyIn: {
        hcl: `${refusalRemedies['fork-changed']} ${keepsByIgnoring}`,
        vendor:
          'Put the value back or take the key out: neither touches the fork. To give it other data, declare a second fork.',
      },
    },
    replaced: {
      detail: `${differenceWords['fork-key']}, so the live fork and its data will be destroyed and made again.`,
      remedy:
        'No action is needed if that is meant. Otherwise put the value back, or take on_fork_change = "replace" away.',
      severity: 'warning',
    },
    destroyed: {
      detail: `${differenceWords['fork-key']}. The plan destroys the live fork with its data, and makes another.`,
      remedy:
        'Put the value back or take the key out: neither touches the fork. To give it other data, declare a second ' +
        'fork. If its loss is meant, acknowledge this finding.',
      planOnly: true,
    },
    respelled: {
      detail:
        '{service} was made with {key} {existing}; the configuration now says {declared}. That means the same, and all the ' +
        'same the plan destroys the live fork with its data, and makes another.',
      remedy: 'Write the key as it was: {existing}.',
      planOnly: true,
    },
    'written-out': {
      detail:
        '{service} was made without {key}; the configuration now says {declared}. That means the same, and all the same the ' +
        'plan destroys the live fork with its data, and makes another.',
      remedy: 'Take {key} out again.',
      planOnly: true,
    },
  },
  check: (subject) => {
    const { request, standing, made: existing, remade, isFork, setting } = subject;
    const cause = replacementCause(subject);
    // A plan that does nothing to it asks for no other data, whatever it was made from.
    if ((cause !== undefined && cause !== 'fork-key') || request.change?.kind === 'no-op') return notApplicable;
    const keys = writtenForkKeys(setting);
    if (Object.keys(keys).length === 0 && !request.latestTransaction) return notApplicable;
    if (existing === undefined) return standing === 'new' ? notApplicable : undecided(missingService(request));
    if (isFork && !isMadeAsFork(existing)) return notApplicable;
    const declared = { userConfig: knownSettings(keys), latestTransaction: request.latestTransaction };
    const [change] = forkKeyDifferences(declared, existing);
    if (change) {
      const consequence = cause === undefined ? 'changed' : 'destroyed';
      return violated(
        remade && isMadeAsFork(existing) && request.onForkChange === 'replace' ? 'replaced' : consequence,
        { ...differenceData(subject.madeName, change), path: resourcePath(request, change.attribute) },
        change.attribute,
      );
    }
    const respelled = cause === undefined ? undefined : respelledKey(existing.userConfig, declared.userConfig);
    if (respelled !== undefined) {
      const spelling = respelled.before === null ? 'written-out' : 'respelled';
      return violated(spelling, differenceData(subject.madeName, respelled), respelled.attribute);
    }
    const open = unknownForkKeys(keys);
    const [key] = open;
    if (cause !== undefined && key !== undefined) {
      const stored = writtenText(existing.userConfig[key]);
      const was = stored === undefined ? 'not set' : `"${stored}"`;
      const data = { service: subject.madeName, key, existing: was, declared: 'a value known after apply' };
      return violated('destroyed', data, `user_config.${key}`);
    }
    return open.length > 0 ? undecided(...open.map((key) => `user_config.${key} of ${request.address}`)) : pass;
  },
});

/** A tool that compares texts replaces a fork for another spelling of what it was made with. */
const respelledKey = (made: JsonObject, declared: JsonObject): Difference | undefined =>
  Object.keys(declared).flatMap((key): readonly Difference[] => {
    const [before, after] = [writtenText(made[key]), writtenText(declared[key])];
    return after === undefined || before === after
      ? []
      : [{ what: 'fork-key', attribute: `user_config.${key}`, key, before: before ?? null, after }];
  })[0];

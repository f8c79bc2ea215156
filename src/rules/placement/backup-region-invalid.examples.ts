import { aRequest } from '../../domain/testing';
import type { JsonValue } from '../../domain';
import type { RuleExamples } from '../example';

const copyTo = (value: JsonValue) => aRequest({ userConfig: { additional_backup_regions: value } });

export const examples: RuleExamples = {
  violated: [
    {
      title: 'two regions',
      request: copyTo(['google-europe-west4', 'google-europe-west3']),
      facts: null,
      message: 'too-many',
    },
    { title: 'upper-case letters', request: copyTo(['AWS-EU']), facts: null, message: 'item' },
    { title: 'a name of 257 characters', request: copyTo(['a'.repeat(257)]), facts: null, message: 'item' },
    { title: 'a number in the list', request: copyTo([4]), facts: null, message: 'item' },
    { title: 'a text', request: copyTo('google-europe-west4'), facts: null, message: 'not-a-list' },
  ],
  pass: [
    { title: 'one region', request: copyTo(['google-europe-west4']), facts: null },
    { title: 'an empty list', request: copyTo([]), facts: null },
    { title: 'a name of 256 characters', request: copyTo(['a'.repeat(256)]), facts: null },
  ],
  undecided: [
    {
      title: 'regions known after apply',
      request: aRequest({ unknown: ['user_config.additional_backup_regions'] }),
      facts: null,
    },
  ],
  notApplicable: [{ title: 'no second region', request: aRequest(), facts: null }],
};

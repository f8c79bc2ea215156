import type { LiveService, ServiceRequest } from '../../../src/domain';
import { aChange, aRequest, type RequestOptions } from '../../../src/domain/testing';
import { cardRenderers } from '../../../src/review';
import { aCard } from '../a-card';

const prior: Partial<LiveService> = {
  service: 'pg',
  plan: 'business-4',
  cloud: 'google-europe-west1',
  userConfig: { pg_version: '16', backup_hour: 3 },
};

const updated = (options: RequestOptions, was: Partial<LiveService> = prior): ServiceRequest =>
  aRequest({ serviceName: 'pg', change: aChange('update', { prior: was }), ...options });

/** The row on what changes in place; undefined: there is none. */
const rowOf = (request: ServiceRequest): string | undefined =>
  / {2}Change +(.*(?:\n {13}.*)*)/.exec(cardRenderers.text(aCard([request]), { columns: 400 }))?.[1];

describe('the row of what a plan changes in place', () => {
  test.each<[string, RequestOptions, string]>([
    [
      'a plan',
      { plan: 'business-8', userConfig: { pg_version: '16', backup_hour: 3 } },
      'plan business-4 → business-8',
    ],
    ['a setting', { userConfig: { pg_version: '17', backup_hour: 3 } }, 'user_config.pg_version 16 → 17'],
    ['what is taken out', { userConfig: { pg_version: '16' } }, 'user_config.backup_hour 3 → not set'],
    [
      'what is known later',
      { unknown: ['user_config.pg_version'], userConfig: { backup_hour: 3 } },
      'user_config.pg_version 16 → known after apply',
    ],
    ['tags', { tags: { team: 'a' }, userConfig: { pg_version: '16', backup_hour: 3 } }, 'tags not set → {"team":"a"}'],
  ])('names %s, before and after', (_, options, words) => {
    expect(rowOf(updated(options))).toBe(`${words}, in place`);
  });

  test('is not there where nothing changes, a plan or a cloud that is not written is kept, or the plan makes it anew', () => {
    const same = { userConfig: { pg_version: '16', backup_hour: 3 } };
    expect(rowOf(updated(same))).toBeUndefined();
    expect(rowOf(updated({ ...same, cloud: undefined }))).toBeUndefined();
    expect(rowOf(updated({ ...same, plan: 'business-8', change: aChange('replace', { prior }) }))).toBeUndefined();
  });

  test('shows nothing of what a type keeps as a secret', () => {
    const request = updated(
      { userConfig: { admin_password: 'new-secret' } },
      { ...prior, userConfig: { admin_password: 'old-secret' } },
    );
    expect(rowOf(request)).toBeUndefined();
  });
});

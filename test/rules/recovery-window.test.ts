import { known, minuteMs, type ServiceFacts } from '../../src/domain';
import { aCopiedService, aService, at, builderNow, dailyBackups } from '../../src/domain/testing';
import { computedWindow, primaryLocationOf, readableBackups, recoveryWindow } from '../../src/rules/recovery-window';

const oldest = at('2026-11-07T03:30:00Z');
const primary = { location: 'google-europe-west1', role: 'primary' } as const;
const secondary = { location: 'google-europe-west4', role: 'secondary' } as const;

describe('the computed window', () => {
  test('of a running service goes from the oldest backup to now', () => {
    expect(computedWindow(aService(), 'primary', builderNow)).toEqual(
      known({ ...primary, earliest: oldest, latest: builderNow }),
    );
  });

  test('of a powered-off service ends when it was powered off', () => {
    const poweredOffSince = at('2026-11-20T06:00:00Z');
    const service = aService({ state: 'POWEROFF', poweredOffSince });
    expect(computedWindow(service, 'primary', builderNow)).toEqual(
      known({ ...primary, earliest: oldest, latest: poweredOffSince }),
    );
  });

  test('of a service without backups does not exist', () => {
    expect(computedWindow(aService({ backups: [] }), 'primary', builderNow)).toEqual(known(undefined));
  });

  test('stays where the service was created when it migrates', () => {
    const backups = dailyBackups(2, { location: 'google-europe-west1' });
    const service = aService({ cloud: 'aws-eu-west-1', backups });
    expect(primaryLocationOf(service)).toBe('google-europe-west1');
  });

  test('of the copies starts at the oldest copy and ends by the lag', () => {
    expect(computedWindow(aCopiedService(), 'secondary', builderNow)).toEqual(
      known({ ...secondary, earliest: at('2026-11-10T03:30:00Z'), latest: builderNow - 10 * minuteMs }),
    );
  });

  test('of the copies is unknown while their lag is not published', () => {
    const service = aCopiedService();
    const region = { ...service.backupRegion, lagSeconds: null };
    expect(computedWindow({ ...service, backupRegion: region }, 'secondary', builderNow)).toMatchObject({
      known: false,
    });
  });

  test('does not count copies of a region that was left', () => {
    const service = aCopiedService();
    const region = { ...service.backupRegion, cloud: 'google-europe-west3' };
    expect(computedWindow({ ...service, backupRegion: region }, 'secondary', builderNow)).toEqual(known(undefined));
  });
});

describe('a copy is readable', () => {
  const copiedAt = builderNow - 5 * minuteMs;
  const service: ServiceFacts = aCopiedService({
    backups: dailyBackups(1, {
      last: builderNow - 15 * minuteMs,
      copy: { cloud: 'google-europe-west4', replicatedAt: copiedAt, paused: false },
    }),
  });

  test.each([
    ['a millisecond before it has arrived', copiedAt - 1, 0],
    ['the instant it has arrived', copiedAt, 1],
    ['a millisecond later', copiedAt + 1, 1],
  ])('%s', (_, now, count) => {
    expect(readableBackups(service, 'secondary', now)).toHaveLength(count);
  });
});

describe('the window of a source', () => {
  const service = aCopiedService();
  const published = aCopiedService({
    windows: [
      { ...primary, earliest: oldest, latest: null },
      { ...secondary, earliest: at('2026-11-10T03:30:00Z'), latest: builderNow - 10 * minuteMs },
    ],
  });

  test.each(['primary', 'secondary'] as const)('as published and as computed agree for the %s location', (role) => {
    expect(recoveryWindow(published, role, builderNow)).toEqual(recoveryWindow(service, role, builderNow));
  });

  test('as published is preferred', () => {
    const earliest = oldest + 1;
    const other = { ...service, windows: [{ ...primary, earliest, latest: null }] };
    expect(recoveryWindow(other, 'primary', builderNow)).toEqual(known({ ...primary, earliest, latest: builderNow }));
  });

  test('with nothing restorable is no window', () => {
    const other = { ...service, windows: [{ ...primary, earliest: null, latest: null }] };
    expect(recoveryWindow(other, 'primary', builderNow)).toEqual(known(undefined));
    expect(recoveryWindow(other, 'secondary', builderNow)).toEqual(known(undefined));
  });
});

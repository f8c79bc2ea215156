import { aFork, aRequest, aService, at, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const forkAt = (time: string) => aFork({ userConfig: { recovery_target_time: time } });
const toCome = aService({ backups: [], firstBackupAt: at('2026-11-20T09:00:00Z') });

export const examples: RuleExamples = {
  violated: [
    {
      title: 'a time before the oldest backup',
      request: forkAt('2026-11-01T00:00:00Z'),
      facts: someFacts(),
      message: 'before',
    },
    {
      title: 'a millisecond before the oldest backup',
      request: forkAt('2026-11-07T03:29:59.999Z'),
      facts: someFacts(),
    },
    {
      title: 'a window that the control plane publishes',
      request: forkAt('2026-11-19T12:00:00Z'),
      facts: someFacts({
        services: [
          aService({
            windows: [
              { location: 'google-europe-west1', role: 'primary', earliest: at('2026-11-20T00:00:00Z'), latest: null },
            ],
          }),
        ],
      }),
      message: 'before',
    },
    {
      title: 'a source whose first backup is still to come',
      request: aFork({ waitsForSource: true }),
      facts: someFacts({ services: [toCome] }),
      message: 'before-first-backup',
    },
    {
      title: 'a source made in the same run',
      request: aFork({ userConfig: { service_to_fork_from: 'new-pg' } }),
      siblings: [aRequest({ serviceName: 'new-pg' })],
      facts: someFacts(),
      message: 'before-source',
    },
  ],
  pass: [
    { title: 'a time inside the window', request: forkAt('2026-11-19T12:00:00Z'), facts: someFacts() },
    { title: 'the instant of the oldest backup', request: forkAt('2026-11-07T03:30:00Z'), facts: someFacts() },
  ],
  undecided: [
    { title: 'nothing known of the source', request: aFork(), facts: null, now: at('2026-11-20T08:00:00Z') },
    {
      title: 'a time known after apply',
      request: aFork({ unknown: ['user_config.recovery_target_time'] }),
      facts: someFacts(),
    },
  ],
  notApplicable: [
    { title: 'a time in the future', request: forkAt('2099-01-01T00:00:00Z'), facts: someFacts() },
    { title: 'no time', request: aFork({ latestTransaction: true }), facts: someFacts() },
    { title: 'the secondary location', request: aFork({ from: 'secondary' }), facts: someFacts() },
  ],
};

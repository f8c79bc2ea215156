import type { AccessChange, AccessItem } from '../../domain';
import { aFork, aService, at, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const change = (time: string, item: AccessItem, name: string, kind: AccessChange['change']): AccessChange => ({
  at: at(time),
  item,
  name,
  change: kind,
});
/** The fork holds the state of 19 November, 12:00. */
const makeFacts = (...changes: readonly AccessChange[]) =>
  someFacts({ services: [aService({ access: { from: at('2026-11-01T00:00:00Z'), changes } })] });
const gone = change('2026-11-19T15:00:00Z', 'service-users', 'eve', 'removed');
const back = change('2026-11-19T16:00:00Z', 'service-users', 'eve', 'added');
const closed = change('2026-11-19T15:00:00Z', 'ip-filter', '0.0.0.0/0', 'removed');

export const examples: RuleExamples = {
  violated: [
    { title: 'a user removed three hours later', request: aFork(), facts: makeFacts(gone), message: 'login' },
    { title: 'a user removed and made again', request: aFork(), facts: makeFacts(gone, back), message: 'login' },
    {
      title: 'a password that was reset since',
      request: aFork(),
      facts: makeFacts(change('2026-11-19T15:00:00Z', 'passwords', 'avnadmin', 'removed')),
      message: 'login',
    },
    { title: 'addresses that may connect no more', request: aFork(), facts: makeFacts(closed), message: 'login' },
    {
      title: 'a database dropped since',
      request: aFork(),
      facts: makeFacts(change('2026-11-20T01:00:00Z', 'databases', 'old', 'removed')),
      message: 'data',
    },
    {
      title: 'a grant that was revoked since',
      request: aFork(),
      facts: makeFacts(change('2026-11-20T01:00:00Z', 'grants', 'role reader TO ada', 'removed')),
      message: 'rights',
    },
  ],
  pass: [
    { title: 'nothing deleted', request: aFork(), facts: makeFacts() },
    {
      title: 'a user made and removed since',
      request: aFork(),
      facts: makeFacts(
        change('2026-11-19T13:00:00Z', 'service-users', 'eve', 'added'),
        change('2026-11-19T14:00:00Z', 'passwords', 'eve', 'removed'),
        gone,
      ),
    },
    {
      title: 'a user removed before',
      request: aFork(),
      facts: makeFacts(change('2026-11-19T11:00:00Z', 'service-users', 'eve', 'removed')),
    },
    {
      title: 'addresses that the fork names itself',
      request: aFork({ userConfig: { ip_filter: ['10.0.0.0/8'], recovery_target_time: '2026-11-19T12:00:00Z' } }),
      facts: makeFacts(closed),
    },
  ],
  undecided: [
    { title: 'a control plane that does not tell', request: aFork(), facts: someFacts() },
    {
      title: 'a history that begins later',
      request: aFork(),
      facts: someFacts({ services: [aService({ access: { from: at('2026-11-20T00:00:00Z'), changes: [] } })] }),
    },
  ],
  notApplicable: [
    {
      title: 'no fork',
      request: aFork({ userConfig: { service_to_fork_from: null, recovery_target_time: null } }),
      facts: null,
    },
  ],
};

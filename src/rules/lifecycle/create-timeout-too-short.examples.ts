import { minuteMs } from '../../domain';
import { aFork, aRequest, aService, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const withData = (dataSizeMb: number) => someFacts({ services: [aService({ dataSizeMb })] });

export const examples: RuleExamples = {
  violated: [
    { title: 'a terabyte and the default timeout', request: aFork(), facts: withData(1_048_576) },
    { title: 'a timeout of one minute', request: aFork({ createTimeoutMs: minuteMs }), facts: withData(500) },
    { title: 'a timeout of seconds', request: aFork({ createTimeoutMs: 4_000 }), facts: withData(500) },
  ],
  pass: [
    { title: '40 GB and the default timeout', request: aFork(), facts: someFacts() },
    {
      title: 'a terabyte and a timeout of five hours',
      request: aFork({ createTimeoutMs: 300 * minuteMs }),
      facts: withData(1_048_576),
    },
    {
      title: "a terabyte and no timeout of Forkcast's own provider, which waits by the size of the data",
      request: aFork({ carried: { by: 'provider', address: 'forkcast_service.fork' } }),
      facts: withData(1_048_576),
    },
    { title: 'as much data as the default timeout allows', request: aFork(), facts: withData(90_000) },
  ],
  undecided: [
    { title: 'nothing known of the control plane', request: aFork(), facts: null },
    { title: 'a timeout known after apply', request: aFork({ unknown: ['create_timeout'] }), facts: someFacts() },
  ],
  notApplicable: [{ title: 'a service that is no fork', request: aRequest(), facts: someFacts() }],
};

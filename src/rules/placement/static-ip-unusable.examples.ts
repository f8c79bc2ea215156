import type { StaticAddress } from '../../domain';
import { aFork, aRequest, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const ip = 'ip35970500000';
const known: StaticAddress = {
  address: 'aiven_static_ip.fork',
  id: ip,
  project: 'demo',
  cloud: 'aws-eu-central-1',
  state: 'created',
  heldBy: undefined,
};
const madeHere = (...told: readonly Partial<StaticAddress>[]) =>
  aFork({
    unknown: ['static_ips'],
    staticAddresses: told.map((one) => ({ ...known, id: undefined, state: undefined, ...one })),
  });
const fork = (told: Partial<StaticAddress> = {}) =>
  aFork({ staticIps: [ip], staticAddresses: [{ ...known, ...told }] });

export const examples: RuleExamples = {
  violated: [
    {
      title: 'the address of the source',
      request: aFork({ staticIps: [ip] }),
      siblings: [aRequest({ serviceName: 'source-pg', staticIps: [ip] })],
      facts: null,
      message: 'shared',
    },
    {
      title: 'an address that another service holds',
      request: fork({ heldBy: 'source-pg' }),
      facts: null,
      message: 'held',
    },
    {
      title: 'an address in another cloud',
      request: fork({ cloud: 'google-europe-west1' }),
      facts: null,
      message: 'other-cloud',
    },
    {
      title: 'an address of another project',
      request: fork({ project: 'staging' }),
      facts: null,
      message: 'other-project',
    },
    {
      title: 'addresses that the same plan makes in another cloud',
      request: madeHere({ cloud: 'google-europe-west4' }, { cloud: 'google-europe-west4' }),
      facts: null,
      message: 'other-cloud',
    },
    {
      title: 'an address that is still being made',
      request: fork({ state: 'creating' }),
      facts: null,
      message: 'not-ready',
    },
  ],
  pass: [
    { title: 'an address of its own in its cloud', request: fork(), facts: someFacts() },
    { title: 'addresses that the same plan makes in its cloud', request: madeHere({}, {}), facts: null },
  ],
  undecided: [
    { title: 'addresses known after apply', request: aFork({ unknown: ['static_ips'] }), facts: null },
    { title: 'an address that the plan does not make', request: aFork({ staticIps: [ip] }), facts: someFacts() },
    {
      title: 'one of several addresses, of which only some would do',
      request: madeHere({}, { cloud: 'google-europe-west4' }),
      facts: null,
    },
  ],
  notApplicable: [{ title: 'no static address', request: aFork(), facts: someFacts() }],
};

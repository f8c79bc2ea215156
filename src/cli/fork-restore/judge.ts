import type { Facts, Review, ServiceRequest } from '../../domain';
import { defaultCatalogue, known } from '../../domain';
import { reviewOf } from '../../rules';
import type { Answers } from './answers';
import { forkKeys } from './answers';

/** Judges the fork that the answers ask for by every rule, as if it stood in a configuration. */
export const judge = (answers: Answers, facts: Facts): Review =>
  reviewOf([requestOf(answers)], { facts, catalogue: defaultCatalogue });

const requestOf = (answers: Answers): ServiceRequest => ({
  address: answers.name,
  stack: '',
  project: known(answers.project),
  serviceName: known(answers.name),
  serviceType: known(answers.type),
  plan: known(answers.plan),
  cloud: known(answers.cloud),
  diskSpaceMb: known(undefined),
  terminationProtection: known(false),
  tags: known({}),
  projectVpcId: known(undefined),
  staticIps: known([]),
  userConfig: Object.fromEntries(Object.entries(forkKeys(answers)).map(([key, value]) => [key, known(value)])),
  integrations: [],
  source: { kind: 'literal' },
  from: answers.location ?? 'any',
  latestTransaction: answers.target.kind === 'latest-transaction',
  onForkChange: 'refuse',
  createTimeoutMs: known(undefined),
  waitsForSource: false,
  after: [],
  acknowledgements: [],
});

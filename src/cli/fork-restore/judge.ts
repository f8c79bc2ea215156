import type { Facts, JsonObject, Review, ServiceRequest } from '../../domain';
import { defaultCatalogue, known } from '../../domain';
import { reviewOf } from '../../rules';
import type { Answers } from './answers';
import { forkKeys } from './answers';

/** What a fork is asked for beyond the dialog's answers. */
export interface Extras extends Partial<Pick<ServiceRequest, 'diskSpaceMb' | 'terminationProtection' | 'tags'>> {
  /** Keys of `user_config` besides those of the fork. */
  readonly settings?: JsonObject;
}

/** Judges the fork that the answers ask for by every rule, as if it stood in a configuration. */
export const judge = (answers: Answers, facts: Facts, { settings = {}, ...fields }: Extras = {}): Review => {
  const request = requestOf(answers);
  const own = Object.fromEntries(Object.entries(settings).map(([key, value]) => [key, known(value)]));
  const whole = { ...request, ...fields, userConfig: { ...own, ...request.userConfig } };
  return reviewOf([whole], { facts, catalogue: defaultCatalogue });
};

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

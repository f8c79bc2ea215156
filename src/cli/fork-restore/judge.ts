import {
  defaultCatalogue,
  known,
  serviceRequest,
  type Facts,
  type JsonObject,
  type ReviewCard,
  type ServiceRequest,
} from '../../domain';
import { assembleCard } from '../../review';
import { reviewOf } from '../../rules';
import type { Answers } from './answers';
import { forkKeys } from './answers';

/** Judges the fork that the answers ask for by every rule, as if it stood in a configuration; `told` is what else is asked for. */
export const judge = (
  answers: Answers,
  facts: Facts,
  settings: JsonObject = {},
  told: Partial<ServiceRequest> = {},
): ReviewCard => {
  const userConfig = { ...settings, ...forkKeys(answers) };
  const request = serviceRequest({
    address: answers.fork.name,
    project: known(answers.project),
    serviceName: known(answers.fork.name),
    serviceType: known(answers.type),
    plan: known(answers.fork.plan),
    cloud: known(answers.fork.cloud),
    tags: known({}),
    userConfig: Object.fromEntries(Object.entries(userConfig).map(([key, value]) => [key, known(value)])),
    from: answers.location ?? 'any',
    latestTransaction: answers.target.kind === 'latest-transaction',
    ...told,
  });
  return assembleCard(reviewOf([request], { facts, catalogue: defaultCatalogue }));
};

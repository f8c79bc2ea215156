import type { JsonValue, ServiceFacts } from '../../domain';
import { aRequest, aService, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const makeFacts = (options: Partial<ServiceFacts> = {}) =>
  someFacts({ services: [aService({ service: 'orders-pg', ...options })] });
const asked = (days: JsonValue) =>
  aRequest({ serviceName: 'orders-pg', userConfig: { backup_retention_days: days }, recorded: true });

export const examples: RuleExamples = {
  violated: [
    { title: 'one day of a window of many', request: asked(1), facts: makeFacts(), message: 'ends' },
    { title: 'a day less than there is', request: asked(13), facts: makeFacts(), message: 'ends' },
  ],
  pass: [
    { title: 'as many days as there can be', request: asked(30), facts: makeFacts() },
    { title: 'a service without a backup', request: asked(1), facts: makeFacts({ backups: [] }) },
  ],
  undecided: [
    {
      title: 'a number known after apply',
      request: aRequest({ serviceName: 'orders-pg', recorded: true, unknown: ['user_config.backup_retention_days'] }),
      facts: makeFacts(),
    },
    { title: 'nothing known of the control plane', request: asked(1), facts: null },
  ],
  notApplicable: [
    { title: 'none is written', request: aRequest({ serviceName: 'orders-pg', recorded: true }), facts: makeFacts() },
    { title: 'a service that is to be made', request: asked(1), facts: someFacts() },
    { title: 'a replica, which has no backups', request: asked(1), facts: makeFacts({ replicaOf: 'demo/main' }) },
  ],
};

import { aFork, aService, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const fork = (plan: string) =>
  aFork({ serviceName: 'cache-fork', serviceType: 'valkey', plan, userConfig: { service_to_fork_from: 'cache' } });
const facts = someFacts({
  services: [aService({ service: 'cache', type: 'valkey', plan: 'business-16', dataSizeMb: 9_000 })],
});

export const examples: RuleExamples = {
  violated: [{ title: 'a fork of 9 GB onto 4 GB of memory', request: fork('startup-4'), facts }],
  pass: [{ title: 'a fork of 9 GB onto 16 GB of memory', request: fork('startup-16'), facts }],
  undecided: [{ title: 'nothing known of the control plane', request: fork('startup-4'), facts: null }],
  notApplicable: [{ title: 'a type that lives on disk', request: aFork(), facts: someFacts() }],
};

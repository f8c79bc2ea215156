import { aFork, aProject, aRequest, aService, aTerminatedService, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const facts = someFacts();
const following = (sourceService: string) => aRequest({ integrations: [{ type: 'read_replica', sourceService }] });
const byKey = aFork({ userConfig: { recovery_target_time: null, pg_read_replica: true } });
const own = aRequest({ serviceName: 'own-pg', integrations: [{ type: 'read_replica', sourceService: 'own-pg' }] });

export const examples: RuleExamples = {
  violated: [
    {
      title: 'a misspelt name',
      request: aFork({ userConfig: { service_to_fork_from: 'sorce-pg' } }),
      facts,
      message: 'no-service',
    },
    {
      title: 'a project that does not exist',
      request: aFork({ userConfig: { project_to_fork_from: 'demmo' } }),
      facts,
      message: 'no-project',
    },
    {
      title: 'a service of another project than the one that is named',
      request: aFork({ userConfig: { service_to_fork_from: 'orders-pg', project_to_fork_from: 'staging' } }),
      facts: someFacts({
        projects: [aProject(), aProject({ name: 'staging' }), aProject({ name: 'production' })],
        services: [aService({ project: 'production', service: 'orders-pg' })],
      }),
      message: 'other-project',
    },
    {
      title: 'a name unlike any other',
      request: aFork({ userConfig: { service_to_fork_from: 'warehouse' } }),
      facts,
      message: 'no-service',
    },
    {
      title: 'a replica of a service that is not there',
      request: following('sorce-pg'),
      facts,
      message: 'none-to-follow',
    },
    { title: 'a replica of a service without a name', request: following(''), facts, message: 'none-to-follow' },
    {
      title: 'a replica of a service that was terminated',
      request: following('old-pg'),
      facts: someFacts({ terminated: [aTerminatedService()] }),
      message: 'none-to-follow',
    },
    {
      title: 'a replica, by fork key, of a service that is not there',
      request: byKey,
      facts: someFacts({ services: [] }),
      message: 'none-to-follow',
    },
    { title: 'a replica of itself', request: own, facts, message: 'itself' },
  ],
  pass: [
    { title: 'a live source', request: aFork(), facts },
    { title: 'a replica of a live service', request: following('source-pg'), facts },
    {
      title: 'a replica of a service made in the same run',
      request: following('new-pg'),
      siblings: [aRequest({ serviceName: 'new-pg' })],
      facts,
    },
    {
      title: 'a source made in the same run',
      request: aFork({ userConfig: { service_to_fork_from: 'new-pg' } }),
      siblings: [aRequest({ serviceName: 'new-pg' })],
      facts,
    },
  ],
  undecided: [
    { title: 'nothing known of the control plane', request: aFork(), facts: null },
    { title: 'a replica, and nothing known of the control plane', request: following('source-pg'), facts: null },
    { title: 'a source named at apply', request: aFork({ unknown: ['user_config.service_to_fork_from'] }), facts },
    {
      title: 'a service of the same configuration that gets its name at apply and may be the source',
      request: aFork({ userConfig: { service_to_fork_from: 'new-pg' } }),
      siblings: [aRequest({ address: 'demo-stack/late', unknown: ['service_name'] })],
      facts,
    },
  ],
  notApplicable: [
    { title: 'a service that is no fork', request: aRequest(), facts },
    {
      title: 'a source that was terminated',
      request: aFork({ userConfig: { service_to_fork_from: 'old-pg' } }),
      facts: someFacts({ terminated: [aTerminatedService()] }),
    },
  ],
};

import { aFork, aProject, aRequest, aService, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const projects = [aProject(), aProject({ name: 'production' })];
const facts = someFacts({
  projects,
  services: [aService(), aService({ project: 'production', service: 'orders-pg' })],
});
const ofOrders = { userConfig: { service_to_fork_from: 'orders-pg' } };
const orders = aRequest({ project: 'production', serviceName: 'orders-pg' });
const referred = aFork({ ...ofOrders, source: { kind: 'declared', address: orders.address } });

export const examples: RuleExamples = {
  violated: [
    { title: 'a source that only another project has', request: aFork(ofOrders), facts, message: 'not-said' },
    {
      title: 'a reference to a service that the same run makes in another project',
      request: referred,
      siblings: [orders],
      facts: someFacts({ projects }),
      message: 'not-said',
    },
    {
      title: 'a reference to a service of another project, whose name the own project has too',
      request: referred,
      siblings: [orders],
      facts: someFacts({ projects, services: [aService({ service: 'orders-pg' })] }),
      message: 'namesake',
    },
  ],
  pass: [{ title: 'a source in the own project', request: aFork(), facts }],
  undecided: [
    { title: 'nothing known of the control plane', request: aFork(ofOrders), facts: null },
    {
      title: 'a source project known after apply',
      request: aFork({ unknown: ['user_config.project_to_fork_from'] }),
      facts,
    },
  ],
  notApplicable: [
    {
      title: 'a source project that is said',
      request: aFork({ userConfig: { service_to_fork_from: 'orders-pg', project_to_fork_from: 'production' } }),
      facts,
    },
    {
      title: 'a source that no project has',
      request: aFork({ userConfig: { service_to_fork_from: 'nowhere' } }),
      facts,
    },
  ],
};

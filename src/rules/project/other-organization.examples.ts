import { aFork, aProject, aRequest, aService, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const facts = someFacts({
  projects: [aProject(), aProject({ name: 'staging' }), aProject({ name: 'partner', organization: 'partner-org' })],
  services: [aService(), aService({ project: 'staging' }), aService({ project: 'partner' })],
});
const from = (project: string) => aFork({ userConfig: { project_to_fork_from: project } });

export const examples: RuleExamples = {
  violated: [{ title: 'a source in a project of another organization', request: from('partner'), facts }],
  pass: [
    { title: 'a source in another project of the organization', request: from('staging'), facts },
    { title: 'a source in the own project', request: aFork(), facts },
  ],
  undecided: [
    { title: 'nothing known of the control plane', request: from('staging'), facts: null },
    {
      title: 'a source project known after apply',
      request: aFork({ unknown: ['user_config.project_to_fork_from'] }),
      facts,
    },
  ],
  notApplicable: [
    { title: 'a source project that does not exist', request: from('stagging'), facts },
    { title: 'a service that is no fork', request: aRequest(), facts },
  ],
};

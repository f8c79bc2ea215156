import { aChange, aRequest } from '../../domain/testing';
import type { RuleExamples } from '../example';

const endedProjects = [{ project: 'demo', address: 'aiven_project.old' }];
const made = { address: 'aiven_pg.main', change: aChange('create'), endedProjects };

export const examples: RuleExamples = {
  violated: [
    { title: 'a plan that makes a service in a project that it destroys', request: aRequest(made), facts: null },
    {
      title: 'a service that stays in a project that is destroyed',
      request: aRequest({ ...made, change: aChange('no-op') }),
      facts: null,
    },
  ],
  pass: [
    { title: 'a plan that destroys another project', request: aRequest({ ...made, project: 'prod' }), facts: null },
  ],
  undecided: [
    { title: 'a project known after apply', request: aRequest({ ...made, unknown: ['project'] }), facts: null },
  ],
  notApplicable: [
    {
      title: 'a plan that destroys no project',
      request: aRequest({ address: 'aiven_pg.main', change: aChange('create') }),
      facts: null,
    },
    {
      title: 'a service that is destroyed with its project',
      request: aRequest({ ...made, change: aChange('delete') }),
      facts: null,
    },
  ],
};

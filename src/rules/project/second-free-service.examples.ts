import { aProject, aRequest, aService, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const free = { plan: 'free-1-1gb', cloud: undefined } as const;
const projects = [
  aProject(),
  aProject({ name: 'staging' }),
  aProject({ name: 'partner', organization: 'partner-org' }),
];
const withFreeIn = (project: string) =>
  someFacts({ projects, services: [aService({ project, service: 'toy-pg', plan: 'free-1-1gb' })] });

export const examples: RuleExamples = {
  violated: [
    {
      title: 'a free service in another project of the organization',
      request: aRequest(free),
      facts: withFreeIn('staging'),
      message: 'second',
    },
    {
      title: 'two free services in one configuration',
      request: aRequest(free),
      siblings: [aRequest({ ...free, serviceName: 'other-pg' })],
      facts: someFacts({ projects }),
      message: 'both-declared',
    },
  ],
  pass: [
    { title: 'the first free service', request: aRequest(free), facts: someFacts({ projects }) },
    { title: 'a free service of another organization', request: aRequest(free), facts: withFreeIn('partner') },
  ],
  undecided: [
    { title: 'nothing known of the control plane', request: aRequest(free), facts: null },
    { title: 'a plan known after apply', request: aRequest({ unknown: ['plan'] }), facts: someFacts() },
  ],
  notApplicable: [
    { title: 'a plan that is paid for', request: aRequest(), facts: withFreeIn('staging') },
    {
      title: 'the declared service itself, made in an earlier run',
      request: aRequest({ ...free, serviceName: 'toy-pg' }),
      facts: withFreeIn('demo'),
    },
  ],
};

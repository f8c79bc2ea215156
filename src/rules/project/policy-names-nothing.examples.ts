import { aRequest, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const request = aRequest();
const facts = someFacts();
const forProjects = (...projects: string[]) => ({ policies: [{ name: 'tier 1', projects, window: '1d' }] });

export const examples: RuleExamples = {
  violated: [
    { title: 'a misspelt project', request, facts, terms: forProjects('dem'), message: 'misspelt' },
    {
      title: 'a misspelt part of the world',
      request,
      facts,
      terms: { policies: [{ name: 'residency', dataIn: ['europa'] }] },
      message: 'misspelt',
    },
    {
      title: 'a misspelt plan, offline',
      request,
      facts: null,
      terms: { policies: [{ name: 'small', plans: ['startup-*', 'buisness-4'] }] },
      message: 'misspelt',
    },
    { title: 'a project of another registry', request, facts, terms: forProjects('elsewhere'), message: 'absent' },
    {
      title: 'plans that nobody sells',
      request,
      facts,
      terms: { policies: [{ name: 'small', plans: ['tiny-*'] }] },
      message: 'absent',
    },
  ],
  pass: [
    { title: 'projects that are there', request, facts, terms: forProjects('demo') },
    {
      title: 'a project that the run makes',
      request: aRequest({ madeProjects: ['made-here'] }),
      facts,
      terms: forProjects('made-here'),
    },
    {
      title: 'a project that the reader may not see',
      request,
      facts: { ...facts, partial: true },
      terms: forProjects('x'),
    },
  ],
  undecided: [{ title: 'a project, offline', request, facts: null, terms: forProjects('demo') }],
  notApplicable: [
    { title: 'no policy', request, facts },
    {
      title: 'any service but the first',
      request: aRequest({ address: 'second', serviceName: 'second' }),
      siblings: [aRequest({ address: 'first', serviceName: 'first' })],
      facts,
      terms: forProjects('dem'),
    },
  ],
};

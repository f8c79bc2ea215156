import { aFork, aService, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const facts = someFacts({ services: [aService({ diskSpaceMb: 163_840 })] });

export const examples: RuleExamples = {
  violated: [
    { title: 'a source with twice the disk of its plan', request: aFork(), facts },
    { title: "a fork that asks for its plan's disk alone", request: aFork({ diskSpaceMb: 81_920 }), facts },
  ],
  pass: [
    { title: 'a fork with disk of its own', request: aFork({ diskSpaceMb: 163_840 }), facts },
    { title: 'a fork on a plan that includes as much', request: aFork({ plan: 'business-8' }), facts },
    { title: 'a source without additional disk', request: aFork(), facts: someFacts() },
  ],
  undecided: [
    { title: 'a disk known after apply', request: aFork({ unknown: ['disk_space_mb'] }), facts },
    { title: 'nothing known of the control plane', request: aFork(), facts: null },
  ],
};

import { aRequest } from '../../domain/testing';
import type { RuleExamples } from '../example';

const startup = (diskSpaceMb: number) => aRequest({ plan: 'startup-4', diskSpaceMb });

export const examples: RuleExamples = {
  violated: [
    { title: '127 GiB: not in steps of 10 GiB', request: startup(130_048), facts: null, message: 'off-step' },
    { title: '1 GiB: less than the plan includes', request: startup(1_024), facts: null, message: 'below-plan' },
    { title: 'a megabyte below the plan', request: startup(81_919), facts: null, message: 'below-plan' },
    { title: 'a megabyte above the cap', request: startup(409_601), facts: null, message: 'above-cap' },
    {
      title: 'additional disk on hobbyist',
      request: aRequest({ plan: 'hobbyist', diskSpaceMb: 81_920 }),
      facts: null,
      message: 'fixed',
    },
  ],
  pass: [
    { title: '90 GiB: one step above the plan', request: startup(92_160), facts: null },
    { title: 'the disk of the plan', request: startup(81_920), facts: null },
    { title: 'the cap', request: startup(409_600), facts: null },
  ],
  undecided: [
    { title: 'a disk known after apply', request: aRequest({ unknown: ['disk_space_mb'] }), facts: null },
    { title: 'a plan known after apply', request: aRequest({ diskSpaceMb: 81_920, unknown: ['plan'] }), facts: null },
  ],
  notApplicable: [{ title: 'no disk asked for', request: aRequest(), facts: null }],
};

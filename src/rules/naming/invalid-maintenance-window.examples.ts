import { aFork, aRequest } from '../../domain/testing';
import type { RuleExamples } from '../example';

export const examples: RuleExamples = {
  violated: [
    {
      title: 'a weekday in capital letters',
      request: aFork({ maintenanceDow: 'Monday' }),
      facts: null,
      message: 'day',
    },
    {
      title: 'a time without its seconds',
      request: aRequest({ maintenanceDow: 'sunday', maintenanceTime: '04:30' }),
      facts: null,
      message: 'time',
    },
    {
      title: 'an hour that no day has',
      request: aRequest({ maintenanceTime: '24:00:00' }),
      facts: null,
      message: 'time',
    },
  ],
  pass: [
    {
      title: 'a window',
      request: aFork({ maintenanceDow: 'sunday', maintenanceTime: '23:59:59' }),
      facts: null,
    },
    { title: 'no updates at all', request: aRequest({ maintenanceDow: 'never' }), facts: null },
    { title: 'no window', request: aRequest(), facts: null },
  ],
  undecided: [
    {
      title: 'a weekday known after apply',
      request: aRequest({ maintenanceDow: 'sunday', unknown: ['maintenance_window_dow'] }),
      facts: null,
    },
  ],
  notApplicable: [],
};

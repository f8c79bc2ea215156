import { aChange, aFork } from '../../domain/testing';
import type { RuleExamples } from '../example';

const replaced = (serviceName: string) =>
  aChange('replace', { createFirst: true, reasons: ['service_name'], prior: { service: serviceName } });

export const examples: RuleExamples = {
  violated: [
    {
      title: 'a fork that is replaced with create_before_destroy',
      request: aFork({ change: replaced('pg-fork') }),
      facts: null,
      message: 'taken',
    },
  ],
  pass: [
    {
      title: 'a fork that gets another name at the same time',
      request: aFork({ change: replaced('pg-fork-old') }),
      facts: null,
    },
  ],
  undecided: [
    {
      title: 'a name that is known only after apply',
      request: aFork({ unknown: ['service_name'], change: replaced('pg-fork') }),
      facts: null,
    },
  ],
  notApplicable: [
    {
      title: 'a fork that commands make, which another rule tells of',
      request: aFork({
        change: replaced('pg-fork'),
        carried: {
          by: 'local-exec',
          address: 'terraform_data.fork_identity',
          createdFirstBy: 'null_resource.load_test',
        },
      }),
      facts: null,
    },
    {
      title: 'a fork that is destroyed before it is made again',
      request: aFork({ change: aChange('replace', { reasons: ['service_name'], prior: { service: 'pg-fork' } }) }),
      facts: null,
    },
  ],
};

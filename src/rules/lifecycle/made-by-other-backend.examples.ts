import { providerOwnerId } from '../../domain';
import { aFork, aRequest, aService, builderNow, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const heldBy = (id: string, path = 'demo-stack/source-pg') =>
  someFacts({
    services: [
      aService({
        ownership: {
          state: 'held',
          owner: { id, label: { stack: 'demo-stack', path } },
          since: builderNow,
          by: null,
        },
      }),
    ],
  });
const ofProvider = heldBy(providerOwnerId('5f1c0000'));
const ofCommand = heldBy('5f1c0000-aaaa');
const byCommand = { by: 'local-exec', address: 'terraform_data.source_identity' } as const;
const byProvider = { by: 'provider', address: 'forkcast_service.source' } as const;
const declared = { serviceName: 'source-pg' };

export const examples: RuleExamples = {
  violated: [
    {
      title: 'commands, after the provider made it',
      request: aRequest({ ...declared, carried: byCommand }),
      facts: ofProvider,
      message: 'provider',
    },
    {
      title: 'the provider, after commands made it',
      request: aRequest({ ...declared, carried: byProvider }),
      facts: ofCommand,
      message: 'commands',
    },
  ],
  pass: [
    {
      title: 'the backend that made it',
      request: aRequest({ ...declared, carried: byProvider }),
      facts: ofProvider,
    },
    {
      title: 'a service that is held elsewhere',
      request: aRequest({ ...declared, carried: byCommand }),
      facts: heldBy(providerOwnerId('5f1c0000'), 'demo-stack/other'),
    },
  ],
  undecided: [{ title: 'nothing known of the control plane', request: aFork({ carried: byCommand }), facts: null }],
  notApplicable: [
    {
      title: 'a move that was declared',
      request: aRequest({
        ...declared,
        carried: byCommand,
        movedFrom: { stack: 'demo-stack', path: 'demo-stack/source-pg' },
      }),
      facts: ofProvider,
    },
  ],
};

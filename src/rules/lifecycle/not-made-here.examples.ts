import { providerOwnerId } from '../../domain';
import { aFork, aRequest, aService, builderNow, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const origin = { stack: 'demo-stack', path: 'demo-stack/source-pg', fingerprint: 'f1', latestTransaction: false };
const byCommand = { by: 'local-exec', address: 'terraform_data.source_identity' } as const;
const declared = { serviceName: 'source-pg' };
const ofOtherStack = someFacts({ services: [aService({ origin: { ...origin, stack: 'other-stack' } })] });
const owner = { id: '5f1c0000-owner', label: { stack: 'demo-stack', path: 'demo-stack/old' } };
const ofOldPlace = someFacts({
  services: [aService({ ownership: { state: 'held', owner, since: builderNow, by: null } })],
});

const byProvider = { by: 'provider', address: 'forkcast_service.source' } as const;
const former = { id: providerOwnerId('5f1c0000'), label: { stack: 'old-stack', path: 'old-stack/source' } };
const ofOldStack = someFacts({
  services: [aService({ ownership: { state: 'held', owner: former, since: builderNow, by: null } })],
});
const ofOldId = someFacts({
  services: [
    aService({ ownership: { state: 'held', owner: { ...former, label: owner.label }, since: builderNow, by: null } }),
  ],
});
const appStacks = ['demo-stack', 'old-stack'];

export const examples: RuleExamples = {
  violated: [
    {
      title: 'a service that was made by hand, where commands make services',
      request: aRequest({ ...declared, carried: byCommand }),
      facts: someFacts(),
      message: 'unownedByCommand',
    },
    {
      title: 'a service that was made by hand, where a provider makes services',
      request: aRequest(declared),
      facts: someFacts(),
      message: 'unowned',
    },
    {
      title: 'a service of another construct of the stack',
      request: aRequest({ ...declared, carried: byCommand }),
      facts: ofOldPlace,
      message: 'heldByCommand',
    },
    {
      title: 'a service of another stack',
      request: aRequest(declared),
      facts: ofOtherStack,
      message: 'held',
    },
    {
      title: 'a service of another id of the stack, which declares it no more',
      request: aRequest({ ...declared, carried: byProvider, appStacks }),
      facts: ofOldId,
      message: 'renamed',
    },
    {
      title: 'a service of another stack of the app, which declares it no more',
      request: aRequest({ ...declared, carried: byProvider, appStacks }),
      facts: ofOldStack,
      message: 'leftBehind',
    },
  ],
  pass: [
    {
      title: 'the service that this declaration made',
      request: aRequest(declared),
      facts: someFacts({ services: [aService({ origin })] }),
    },
    {
      title: 'the service of the place that it was moved from',
      request: aRequest({ ...declared, movedFrom: owner.label }),
      facts: ofOldPlace,
    },
    {
      title: 'the service of the place in another stack that it was moved from',
      request: aRequest({ ...declared, carried: byProvider, appStacks, movedFrom: former.label }),
      facts: ofOldStack,
    },
    {
      title: 'a service that a block import takes in',
      request: aRequest({
        ...declared,
        carried: { by: 'provider', address: 'forkcast_service.source', imports: true },
      }),
      facts: someFacts(),
    },
    {
      title: 'a service that the state of the caller knows',
      request: aRequest({ ...declared, recorded: true }),
      facts: someFacts(),
    },
  ],
  undecided: [{ title: 'nothing known of the control plane', request: aFork(), facts: null }],
  notApplicable: [{ title: 'a service that is not made yet', request: aFork(), facts: someFacts() }],
};

import { known, unknown, type Fact, type ServiceFacts } from '../../domain';
import { aRequest, aService, at, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const makeFacts = (options: Partial<ServiceFacts> = {}) =>
  someFacts({ services: [aService({ service: 'logs', ...options })] });
const off = (since: string) => makeFacts({ state: 'POWEROFF', poweredOffSince: at(since) });
const asked = (powered: Fact<boolean | undefined>) => ({
  ...aRequest({ serviceName: 'logs', recorded: true }),
  powered,
});
const unset = asked(known(undefined));

export const examples: RuleExamples = {
  violated: [
    {
      title: 'a service that is off for five months',
      request: unset,
      facts: off('2026-06-01T06:00:00Z'),
      message: 'soon',
    },
    {
      title: 'a service that is off for ten days',
      request: unset,
      facts: off('2026-11-10T06:00:00Z'),
      message: 'later',
    },
    {
      title: 'a service that is powered off by this plan',
      request: asked(known(false)),
      facts: makeFacts(),
      message: 'planned',
    },
  ],
  pass: [
    {
      title: 'a service that is about to be found gone',
      request: unset,
      facts: off('2026-05-01T06:00:00Z'),
    },
  ],
  undecided: [
    {
      title: 'power that is known after apply',
      request: asked(unknown('known-after-apply')),
      facts: makeFacts(),
    },
    {
      title: 'a control plane that does not tell since when',
      request: unset,
      facts: makeFacts({ state: 'POWEROFF', poweredOffSince: null }),
    },
  ],
  notApplicable: [
    { title: 'a service that stays on', request: unset, facts: makeFacts() },
    { title: 'a service that is powered on again', request: asked(known(true)), facts: off('2026-06-01T06:00:00Z') },
  ],
};

import { aCopiedService, aRequest, someFacts } from '../../domain/testing';
import type { RecoveryPolicy, RestoreRate } from '../../domain';
import type { RuleExamples } from '../example';

const terms = (bounds: Partial<RecoveryPolicy>, restore?: RestoreRate) => ({
  policies: [{ name: 'orders', survives: ['region' as const], ...bounds }],
  ...(restore === undefined ? {} : { restore }),
});
const rate = (mbPerSecond: number): RestoreRate => ({
  mbPerSecond,
  provisioning: '5m',
  measured: '2026-11-12 by a drill of demo/source-pg',
});
const request = aRequest({ serviceName: 'source-pg', recorded: true });
const facts = someFacts({ services: [aCopiedService()] });

export const examples: RuleExamples = {
  violated: [
    {
      title: 'the copies lag by ten minutes, and five may be missing',
      request,
      facts,
      terms: terms({ rpo: '5m' }),
      message: 'exceeded',
    },
    { title: 'a restore by a measured rate', request, facts, terms: terms({ rto: '10m' }, rate(10)) },
    { title: 'the copies lie where they may not', request, facts, terms: terms({ dataIn: ['north america'] }) },
  ],
  pass: [
    {
      title: 'within all bounds',
      request,
      facts,
      terms: terms({ rpo: '15m', rto: '1h', dataIn: ['europe'] }, rate(100)),
    },
  ],
  undecided: [
    { title: 'nobody measured a restore', request, facts, terms: terms({ rto: '1h' }) },
    { title: 'nothing known of it', request, facts: null, terms: terms({ rpo: '15m' }) },
    { title: 'a new service', request: aRequest(), facts, terms: terms({ rpo: '15m' }) },
  ],
  notApplicable: [
    { title: 'a policy without bounds', request, facts, terms: terms({}) },
    { title: 'nothing survives, as another rule says', request, facts: someFacts(), terms: terms({ rpo: '15m' }) },
  ],
};

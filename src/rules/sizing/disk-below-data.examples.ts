import { aFork, aRequest, aService, dailyBackups, someFacts } from '../../domain/testing';
import type { RuleExamples } from '../example';

const holding = (dataSizeMb: number) =>
  someFacts({ services: [aService({ backups: dailyBackups(14, { dataSizeMb }) })] });
const small = aFork({ plan: 'startup-4' });

export const examples: RuleExamples = {
  violated: [
    { title: 'more data than disk', request: small, facts: holding(81_921), message: 'too-small' },
    { title: 'more data than the plan can ever hold', request: small, facts: holding(400_000), message: 'too-small' },
    {
      title: 'a plan whose disk is fixed',
      request: aFork({ plan: 'hobbyist' }),
      facts: holding(10_000),
      message: 'too-small',
    },
    { title: 'exactly as much data as disk', request: small, facts: holding(81_920), message: 'tight' },
    { title: 'a megabyte into the reserve', request: small, facts: holding(65_537), message: 'tight' },
    {
      title: 'more data than the disk that is asked for',
      request: aFork({ plan: 'startup-4', diskSpaceMb: 92_160 }),
      facts: holding(102_400),
      message: 'too-small',
    },
  ],
  pass: [
    { title: 'a quarter of reserve', request: small, facts: holding(65_536) },
    { title: 'additional disk', request: aFork({ plan: 'startup-4', diskSpaceMb: 409_600 }), facts: holding(102_400) },
  ],
  undecided: [
    { title: 'nothing known of the source', request: aFork(), facts: null },
    { title: 'a disk known after apply', request: aFork({ unknown: ['disk_space_mb'] }), facts: someFacts() },
    { title: 'a plan known after apply', request: aFork({ unknown: ['plan'] }), facts: someFacts() },
  ],
  notApplicable: [
    { title: 'a type that lives in memory', request: aFork({ serviceType: 'valkey' }), facts: someFacts() },
    { title: 'an ordinary service', request: aRequest(), facts: someFacts() },
  ],
};

// Reviews of 1,000 forks in a process of its own: the first one as a command meets it, then warm ones.
// asked: { count, rounds }
import { createRequire } from 'node:module';
import { median } from '../kit/numbers.mjs';
import { answer, asked, memoryMb, timed } from '../kit/stopwatch.mjs';
import { backupNameOf, cloudOf, estateFacts, typeOf } from '../synth/estate.mjs';

const require = createRequire(import.meta.url);
const { aFork } = require('../../dist/domain/testing');
const { defaultCatalogue } = require('../../dist/domain');
const { allRules, reviewOf } = require('../../dist/rules');
const { count, rounds } = asked();

const goodFork = (index) => {
  const { type, plan } = typeOf(index);
  /** @type {Record<string, string>} */
  const recovery =
    type === 'opensearch'
      ? { recovery_basebackup_name: backupNameOf(index) }
      : { recovery_target_time: '2026-11-19T12:00:00Z' };
  return aFork({
    serviceName: `fork-${index}`,
    serviceType: type,
    plan,
    cloud: cloudOf(index),
    userConfig: { service_to_fork_from: `source-${index}`, ...recovery },
  });
};

/** Each way to be wrong, in turn. */
/** @type {NonNullable<Parameters<typeof aFork>[0]>[]} */
const faults = [
  { serviceName: 'Not_A_Name' },
  { plan: 'startup-9999' },
  { cloud: 'google-nowhere' },
  { userConfig: { service_to_fork_from: 'source-typo', recovery_target_time: '2026-11-19T12:00:00Z' } },
  { userConfig: { service_to_fork_from: 'source-0', recovery_target_time: '2027-01-01T00:00:00Z' } },
  { userConfig: { service_to_fork_from: 'source-0', recovery_target_time: '2020-01-01T00:00:00' } },
  { userConfig: { service_to_fork_from: 'source-1', recovery_basebackup_name: 'backup-of-nobody' } },
  { diskSpaceMb: 1_000, userConfig: { service_to_fork_from: 'source-2', pg_version: '12' } },
];

const badFork = (index) =>
  aFork({ address: `demo-stack/fork-${index}`, serviceName: `fork-${index}`, ...faults[index % faults.length] });

const list = (make) => Array.from({ length: count }, (_, index) => make(index));

const facts = estateFacts(count);
const estates = { good: list(goodFork), bad: list(badFork) };

const measured = Object.fromEntries(
  Object.entries(estates).map(([name, requests]) => {
    const review = () => reviewOf(requests, { facts, catalogue: defaultCatalogue });
    const first = timed(review);
    const warm = Array.from({ length: rounds }, () => timed(review).wallMs);
    const copies = Array.from({ length: rounds }, () => timed(() => JSON.parse(JSON.stringify(requests))).wallMs);
    const { findings } = first.value;
    return [name, { firstMs: first.wallMs, warmMs: median(warm), copyMs: median(copies), findings: findings.length }];
  }),
);
answer({ ...measured, rules: allRules.length, ...memoryMb() });

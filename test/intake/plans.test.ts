import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultCatalogue, parseJson } from '../../src/domain';
import { aService, at, someFacts } from '../../src/domain/testing';
import { readInputs } from '../../src/intake';
import { reviewOf } from '../../src/rules';
import { planCases } from './plan-cases';

const folder = join(__dirname, 'plans');
const pathOf = (file: string): string => join(folder, file);
const textOf = (json: unknown): string => `${JSON.stringify(json, null, 2)}\n`;
const read = (path: string): string | undefined => (existsSync(path) ? readFileSync(path, 'utf8') : undefined);

const madeAsFork = { service_to_fork_from: 'source-pg', recovery_target_time: '2026-11-19T12:00:00Z' };

/** A control plane with a source, a live fork of it, a search service, and production in a project of its own. */
const facts = someFacts({
  projects: [
    { name: 'demo', organization: 'demo-org', defaultCloud: 'google-europe-west1' },
    { name: 'production', organization: 'demo-org', defaultCloud: 'google-europe-west1' },
  ],
  services: [
    aService(),
    aService({ service: 'live-fork', userConfig: madeAsFork, createdAt: at('2026-11-19T13:00:00Z') }),
    aService({ service: 'logs', type: 'opensearch', integrations: [], userConfig: { saml: { enabled: true } } }),
    aService({ project: 'production', service: 'prod-pg' }),
  ],
});

/** The files are written from the cases: `UPDATE_PLANS=1 npx jest test/intake/plans`. */
if (process.env.UPDATE_PLANS === '1') {
  mkdirSync(folder, { recursive: true });
  for (const { file, json } of planCases) writeFileSync(pathOf(file), textOf(json));
}

test('the kept plans are those of the builder, each once', () => {
  expect(readdirSync(folder).sort()).toEqual(planCases.map(({ file }) => file).sort());
  for (const { file, json } of planCases) expect(read(pathOf(file))).toBe(textOf(json));
});

test.each(planCases)('$file: $about', ({ file, findings, facts: hasFacts = true }) => {
  const review = reviewOf(readInputs(read, [pathOf(file)]), {
    facts: hasFacts ? facts : undefined,
    now: facts.now,
    catalogue: defaultCatalogue,
  });
  const found = review.findings
    .filter(({ severity }) => severity !== 'note')
    .map(({ ruleId, address }) => `${ruleId} at ${address}`);
  expect(found.sort()).toEqual([...findings].sort());
});

test('no secret is ever kept', () => {
  const requests = readInputs(
    read,
    planCases.map(({ file }) => pathOf(file)),
  );
  expect(JSON.stringify(requests)).not.toContain('correct-horse');
  expect(parseJson(read(pathOf('pg-integrations.json')) ?? '')).toBeDefined();
});

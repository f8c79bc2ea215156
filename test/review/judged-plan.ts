import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultCatalogue, parseSnapshot, type JsonObject } from '../../src/domain';
import { takeIn } from '../../src/intake';
import { renderers, assembleCard } from '../../src/review';
import { reviewOf } from '../../src/rules';
import { planJson, service, type ResourceSpec } from '../intake/plan-builder';

const snapshot = readFileSync(join(__dirname, '../intake/real-plans/facts.json'), 'utf8');

/** What lives in the projects of the real plans. */
export const facts = parseSnapshot(JSON.parse(snapshot), 'facts:facts.json');

/** A service of project prod. */
export const prod = (type: string, name: string, settings?: JsonObject): JsonObject =>
  service(type, name, { project: 'prod', ...(settings === undefined ? {} : { user_config: settings }) });

/** The text of a plan, a state or a stack as it is judged, and what is said of it. */
export const judgedText = (text: string) => {
  const { requests, inputs } = takeIn(() => text, ['plan.json']);
  const review = { ...reviewOf(requests, { facts, catalogue: defaultCatalogue }), inputs };
  return {
    review,
    text: renderers.text(assembleCard(review), { columns: 400 }),
    errors: review.findings
      .filter(({ severity }) => severity === 'error')
      .map(({ ruleId, address }) => `${ruleId} at ${address}`),
  };
};

/** The same for a plan of these resources. */
export const judged = (...resources: readonly ResourceSpec[]) => judgedText(JSON.stringify(planJson({ resources })));

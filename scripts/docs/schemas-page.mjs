import { createRequire } from 'node:module';
import { join } from 'node:path';
import * as z from 'zod';

const require = createRequire(import.meta.url);

const page = (title, description, schema, also = {}) => {
  const written = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', ...also });
  return `${JSON.stringify({ ...written, title, description }, null, 2)}\n`;
};

/** JSON schemas of the files that people write or keep. */
export default (dist) => {
  const { WorldFile } = require(join(dist, 'registry/embedded/index.js'));
  const { policyFileSchema, recoveryReportSchema, reviewCardSchema, SnapshotFile } = require(join(dist, 'domain/index.js'));
  const ids = require(join(dist, 'rules/index.js')).allRules.map(({ id }) => id);
  return {
    'docs/schema/world.schema.json': page(
      'Forkcast world',
      'What a registry holds when it begins, and the story that led there: forkcast registry init --world FILE.',
      WorldFile,
    ),
    'docs/schema/facts.schema.json': page(
      'Forkcast facts',
      'A snapshot of what a registry knows: forkcast registry snapshot, read with --registry facts:FILE.',
      SnapshotFile,
    ),
    'docs/schema/policy.schema.json': page(
      'Forkcast policy',
      'What services have to come back from, where data may lie, and severities of the rules of Forkcast: forkcast.policy.json, found upward from the working directory, or named with --policy FILE.',
      policyFileSchema(),
      // An editor then completes the ids.
      {
        override: ({ jsonSchema, path }) =>
          path.at(-1) === 'severities' && (jsonSchema.propertyNames = { enum: ids }),
      },
    ),
    'docs/schema/recovery.schema.json': page(
      'Forkcast recovery report',
      'What comes back from where after a loss: forkcast recover --format json.',
      recoveryReportSchema(),
    ),
    'docs/schema/review.schema.json': page(
      'Forkcast review',
      'A review as it is stored: forkcast review PATH --format json, shown again with forkcast review --from FILE.',
      reviewCardSchema(),
    ),
  };
};

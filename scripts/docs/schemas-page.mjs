import { createRequire } from 'node:module';
import { join } from 'node:path';
import * as z from 'zod';

const require = createRequire(import.meta.url);

const page = (title, description, schema) =>
  `${JSON.stringify({ ...z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), title, description }, null, 2)}\n`;

/** JSON schemas of the files that people write or keep. */
export default (dist) => {
  const { WorldFile } = require(join(dist, 'registry/embedded/index.js'));
  const { reviewCardSchema, SnapshotFile } = require(join(dist, 'domain/index.js'));
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
    'docs/schema/review.schema.json': page(
      'Forkcast review',
      'A review as it is stored: forkcast review PATH --format json, shown again with forkcast review --from FILE.',
      reviewCardSchema(),
    ),
  };
};

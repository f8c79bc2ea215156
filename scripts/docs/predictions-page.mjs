import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as prettier from 'prettier';

const require = createRequire(import.meta.url);
const path = 'src/domain/predicted-by.ts';
const root = join(fileURLToPath(import.meta.url), '../../..');

const head = `/**
 * The rules that foretell a refusal, by its code, as the rules themselves declare; a code that is not here is foretold by none.
 * Ids of rules are words, and so they stand here, where the registry may read them. Generated: \`npm run build && npm run docs\`.
 */
export const predictedBy: Readonly<Record<string, readonly string[] | undefined>> = `;

/** Which rules foretell which refusal, for rooms that do not see the rules. */
export default async (dist) => {
  const { allRules } = require(join(dist, 'rules/index.js'));
  const { refusalKinds } = require(join(dist, 'domain/index.js'));
  const entries = Object.keys(refusalKinds)
    .map((code) => [code, allRules.filter((rule) => rule.predicts.includes(code)).map((rule) => rule.id)])
    .filter(([, ids]) => ids.length > 0);
  const options = { ...(await prettier.resolveConfig(join(root, path))), parser: 'typescript' };
  return { [path]: await prettier.format(`${head}${JSON.stringify(Object.fromEntries(entries))};`, options) };
};

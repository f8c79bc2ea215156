import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as prettier from 'prettier';

const require = createRequire(import.meta.url);
const root = join(fileURLToPath(import.meta.url), '../../..');

const byCode = `/**
 * The rules that foretell a refusal, by its code, as the rules themselves declare; a code that is not here is foretold by none.
 * Ids of rules are words, and so they stand here, where the registry may read them. Generated: \`npm run build && npm run docs\`.
 */
export const predictedBy: Readonly<Record<string, readonly string[] | undefined>> = `;

const byRule = `import type { Prediction } from './prediction';

/** Of what kind of request each rule foretells a refusal. Generated: \`npm run build && npm run docs\`. */
export const predictions: Readonly<Record<string, Prediction | undefined>> = `;

const titles = `/** What each rule that foretells a refusal says in short. Generated: \`npm run build && npm run docs\`. */
export const ruleTitles: Readonly<Record<string, string | undefined>> = `;

/** Which rules foretell which refusal, and of what, for rooms that do not see the rules. */
export default async (dist) => {
  const { allRules, asksOf } = require(join(dist, 'rules/index.js'));
  const { refusalKinds } = require(join(dist, 'domain/index.js'));
  const foretelling = allRules.filter((rule) => rule.predicts.length > 0);
  const ids = Object.keys(refusalKinds)
    .map((code) => [code, allRules.filter((rule) => rule.predicts.includes(code)).map((rule) => rule.id)])
    .filter(([, foretellers]) => foretellers.length > 0);
  const kinds = foretelling.map((rule) => [rule.id, { scope: rule.scope, asks: asksOf(rule) }]);
  const written = async (path, head, pairs) => {
    const options = { ...(await prettier.resolveConfig(join(root, path))), parser: 'typescript' };
    return [path, await prettier.format(`${head}${JSON.stringify(Object.fromEntries(pairs))};`, options)];
  };
  const files = [
    written('src/domain/predicted-by.ts', byCode, ids),
    written('src/domain/predictions.ts', byRule, kinds),
    written('src/domain/rule-titles.ts', titles, foretelling.map(({ id, title }) => [id, title])),
  ];
  return Object.fromEntries(await Promise.all(files));
};

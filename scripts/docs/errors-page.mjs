import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(import.meta.url);

const row = (cells) => `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`;
const table = (head, rows) => [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

/** Exit codes, the codes Forkcast gives up with, and the codes the registry refuses with. */
export default (dist) => {
  const { exitCodeMeanings } = require(join(dist, 'cli/help.js'));
  const { errorCodes } = require(join(dist, 'cli/explain/error-codes.js'));
  const { refusalMeanings, refusalStatuses } = require(join(dist, 'domain/index.js'));
  const { allRules } = require(join(dist, 'rules/index.js'));
  const foretold = (code) => {
    const ids = allRules.filter((rule) => rule.predicts.includes(code)).map((rule) => rule.id);
    return ids.length === 0 ? 'no rule' : ids.map((id) => `\`${id}\``).join(', ');
  };
  const content = `# Errors

\`forkcast explain CODE\` prints the entry of a code. A code is stable, and never reused.

## Exit codes

${table(
  ['code', 'meaning'],
  Object.entries(exitCodeMeanings).map(([code, meaning]) => [code, meaning]),
)}

These are the exit codes of \`forkcast\`, of its commands in Terraform and of its provider. A synth is a program of yours: whatever refuses
it, a finding or a registry that cannot be read, it ends with 1, as Node ends for every error that nobody catches.

## Codes of Forkcast

On stderr as \`error: ...\`, and with \`--format json\` on stdout as \`{"formatVersion": 1, "error": {"code", "message", "exitCode"}}\`.

${table(
  ['code', 'exit', 'meaning', 'what to do'],
  Object.entries(errorCodes).map(([code, { exitCode, meaning, remedy }]) => [`\`${code}\``, exitCode, meaning, remedy]),
)}

## Refusals of the registry

A refused request changes nothing. Commands end with 1, and their message names the value got, what is allowed, and what to do.

${table(
  ['code', 'HTTP', 'meaning', 'foretold by'],
  Object.entries(refusalStatuses).map(([code, status]) => [`\`${code}\``, status, refusalMeanings[code], foretold(code)]),
)}
`;
  return { 'docs/errors.md': content };
};

import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(import.meta.url);

export const folder = 'docs/rules';

const groups = {
  naming: 'Names',
  source: 'The source of the fork',
  project: 'Projects and organizations',
  recovery: 'The recovery point',
  sizing: 'Plan, nodes, disk and version',
  placement: 'Clouds, regions and copies of backups',
  lifecycle: 'Services that exist already',
};

const scopes = {
  creation: 'while the service is to be made',
  settings: 'always',
  lifecycle: 'against a service that exists',
};

const needs = {
  configuration: 'the configuration',
  plan: 'a Terraform plan',
  catalogue: 'the catalogue of types, clouds and plans',
  clock: 'the clock of the registry',
  'live-source': 'the live services of the registry',
  'live-project': 'the projects of the registry',
};

const bases = { documented: 'documented', schema: 'from a schema or source', inference: 'our inference' };

const titles = (examples) => (examples ?? []).map(({ title }) => `- ${title}`).join('\n');

const section = (title, body) => (body === '' ? '' : `## ${title}\n\n${body}\n\n`);

const capital = (text) => text[0].toUpperCase() + text.slice(1);

const messages = (rule) =>
  Object.entries(rule.messages)
    .map(
      ([key, { detail, remedy, severity }]) =>
        `- \`${key}\` (${severity ?? rule.severity}): ${detail}\n  Remedy: ${remedy}`,
    )
    .join('\n');

const tableOf = (rules) => {
  const row = ({ id, severity, title, predicts }) =>
    `| [${id}](${id}.md) | ${severity} | ${title} | ${predicts.map((code) => `\`${code}\``).join(' ') || 'plan only'} |`;
  const tables = Object.entries(groups).map(([group, title]) => {
    const rows = rules.filter(({ id }) => id.startsWith(`${group}/`)).map(row);
    const head = '| rule | severity | what is wrong | refusals foretold |\n|---|---|---|---|';
    return rows.length === 0 ? '' : `## ${title}\n\n${head}\n${rows.join('\n')}\n`;
  });
  return (
    `# Rules\n\nEvery constraint on a fork that Forkcast checks before apply: ${rules.length} rules. ` +
    'An error is refused by the registry or loses data, a warning works with a surprise, a note is worth knowing.\n' +
    '`forkcast explain RULE` shows a page in the terminal.\n\n' +
    tables.filter(Boolean).join('\n')
  );
};

/** The page of every rule and their table, from the compiled rules and their examples. */
export default (dist) => {
  const { refusalMeanings } = require(join(dist, 'domain/index.js'));
  const { allRules, makeFinding, judgeRule, listNeeds } = require(join(dist, 'rules/index.js'));
  const { exampleSubject } = require(join(dist, 'rules/example.js'));
  const { examplesByRule } = require(join(dist, 'rules/examples.js'));

  const outputOf = (rule, example) => {
    const subject = exampleSubject(example);
    const { severity, ruleId, address, attribute, detail, remedy } = makeFinding(
      rule,
      subject,
      judgeRule(rule, subject),
    );
    const head = `${severity.padEnd(7)}  ${ruleId}   ${address} › ${attribute}`;
    return [head, detail, remedy].join(`\n${' '.repeat(9)}`);
  };

  const shown = (rule, { violated }) =>
    violated.map((example) => `${capital(example.title)}:\n\n\`\`\`text\n${outputOf(rule, example)}\n\`\`\``).join('\n\n');

  const predictions = ({ predicts, planOnly }) =>
    predicts.length === 0
      ? `None. ${planOnly}`
      : predicts.map((code) => `- \`${code}\`: ${refusalMeanings[code]}`).join('\n');

  const page = (rule) => {
    const examples = examplesByRule[rule.id];
    const text = [
      `# ${rule.id}\n\n**${rule.title}** (${rule.severity})\n\n${rule.why}\n\n`,
      `Judged ${scopes[rule.scope]}, from ${listNeeds(rule).map((need) => needs[need]).join(', ')}. `,
      `Shown at \`${rule.attribute}\`.\n\n`,
      section('What it says', shown(rule, examples)),
      section('Messages', messages(rule)),
      section('It holds for', titles(examples.pass)),
      section('It is undecided for', titles(examples.undecided)),
      section('It does not apply to', titles(examples.notApplicable)),
      section('Refusals that it foretells', predictions(rule)),
      section('Sources', rule.sources.map(({ basis, from }) => `- ${from} (${bases[basis]})`).join('\n')),
    ];
    return `${text.join('').trimEnd()}\n`;
  };

  return {
    'docs/rules/README.md': tableOf(allRules),
    ...Object.fromEntries(allRules.map((rule) => [`docs/rules/${rule.id}.md`, page(rule)])),
  };
};

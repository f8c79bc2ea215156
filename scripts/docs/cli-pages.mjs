import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(import.meta.url);

/** Whose leftovers are removed. */
export const folder = 'docs/cli';

/** Help as it is printed on a terminal of this many characters. */
const columns = 100;

/** The pages, in the order of the index; the first whose words a command has, after `forkcast`, is its page. */
const pages = [
  { file: 'registry.md', title: 'The registry', has: /^registry/ },
  { file: 'service-forks.md', title: 'Forks and backups of a service', has: /^service (fork-|rename|lineage|manifest|backup-|ended|history)/ },
  {
    file: 'service-members.md',
    title: 'What is inside a service',
    has: /^service (database-|user-|credentials-|connection-pool-|integration-)/,
  },
  { file: 'service.md', title: 'Services', has: /^service/ },
  { file: 'judging.md', title: 'Judging what is declared', has: /^(check|review|recover|explain|import-blocks)/ },
  { file: 'others.md', title: 'Clouds, the provider, the console, completion', has: /^/ },
];

const helpOf = (command) => {
  let text = '';
  command.configureOutput({ writeOut: (part) => (text += part) });
  command.outputHelp();
  return text.trim();
};

/** A command and all below it, each with its words after `forkcast`. */
const allOf = (command, words = '') =>
  command.commands
    .filter((child) => child.name() !== 'help')
    .flatMap((child) => {
      const own = `${words} ${child.name()}`.trim();
      return [{ words: own, command: child }, ...allOf(child, own)];
    });

const block = (command) => `\`\`\`text\n${helpOf(command)}\n\`\`\`\n`;

const pageOf = ({ title }, found) =>
  [
    `# ${title}\n\nEach command as its \`--help\` prints it. [All commands](../cli.md)\n`,
    ...found.map(({ words, command }) => `\n## forkcast ${words}\n\n${block(command)}`),
  ].join('');

const linesOf = ({ file, title }, found) => [
  `\n## ${title}\n\n| command | what it does |\n| --- | --- |\n`,
  ...found
    .filter(({ command }) => command.commands.length === 0)
    .map(({ words, command }) => {
      const place = `forkcast-${words.replaceAll(' ', '-')}`;
      const does = (command.summary() || command.description()).replaceAll('|', '\\|');
      return `| [\`${words}\`](cli/${file}#${place}) | ${does} |\n`;
    }),
];

/** The command line: an index of all commands, and a page of each group. */
export default (dist) => {
  const { buildProgram } = require(join(dist, 'cli/program.js'));
  const silent = () => undefined;
  const program = buildProgram('0.0.0', { out: silent, err: silent, columns }, silent);
  const commands = allOf(program);
  const groups = pages.map((page) => ({
    page,
    found: commands.filter(({ words }) => pages.find(({ has }) => has.test(words)) === page),
  }));
  const index = [
    '# Command line\n\nEvery command, with its page. In a terminal, `forkcast COMMAND --help` prints the same.\n',
    ...groups.flatMap(({ page, found }) => linesOf(page, found)),
    `\n## forkcast\n\n${block(program)}`,
  ].join('');
  return Object.fromEntries([
    ['docs/cli.md', index],
    ...groups.map(({ page, found }) => [`${folder}/${page.file}`, pageOf(page, found)]),
  ]);
};

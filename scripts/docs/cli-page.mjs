import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(import.meta.url);

/** Help as it is printed on a terminal of this many characters. */
const columns = 100;

const helpOf = (command) => {
  let text = '';
  command.configureOutput({ writeOut: (part) => (text += part) });
  command.outputHelp();
  return text.trim();
};

const sections = (command, words) => [
  `\n## ${words.join(' ')}\n\n\`\`\`text\n${helpOf(command)}\n\`\`\`\n`,
  ...command.commands
    .filter((child) => child.name() !== 'help')
    .flatMap((child) => sections(child, [...words, child.name()])),
];

/** The command line, page by page as `--help` prints it. */
export default (dist) => {
  const { buildProgram } = require(join(dist, 'cli/program.js'));
  const silent = () => undefined;
  const program = buildProgram('0.0.0', { out: silent, err: silent, columns }, silent);
  const intro = '# Command line\n\nEvery command, as `forkcast COMMAND --help` prints it.\n';
  return { 'docs/cli.md': [intro, ...sections(program, ['forkcast'])].join('') };
};

import type { Command } from 'commander';
import { findChoices } from '../inputs';

/** The shells that a script is written for. */
export const shells = ['bash', 'zsh', 'fish'] as const;

/** What may follow the words of a command: its commands, what it has a choice of, or its flags. */
export interface Step {
  readonly words: string;
  readonly next: readonly string[];
  /** What may follow each flag that takes a value; []: a text of one's own, or a file. */
  readonly values: Readonly<Record<string, readonly string[]>>;
}

/** Every command of a program, with what may follow it. */
export const stepsOf = (command: Command, words: readonly string[] = []): readonly Step[] => [
  {
    words: words.join(' '),
    next: [
      ...command.commands.map((sub) => sub.name()),
      ...command.registeredArguments.flatMap(findChoices),
      ...command.options.flatMap(({ long }) => (long ? [long] : [])),
      '--help',
    ],
    values: Object.fromEntries(
      command.options.flatMap((option) =>
        option.long && (option.required || option.optional) ? [[option.long, findChoices(option)] as const] : [],
      ),
    ),
  },
  ...command.commands.flatMap((sub) => stepsOf(sub, [...words, sub.name()])),
];

/** The script that completes the words and flags of a program in a shell, with all of it inside. */
export const completionScript = (shell: (typeof shells)[number], steps: readonly Step[]): string =>
  shell === 'fish' ? fishScript(steps) : bashScript(steps, shell === 'zsh');

/** The flags, each behind the words of its command, by what may follow them. */
const groupFlags = (steps: readonly Step[]): readonly (readonly [values: string, flags: readonly string[]])[] => {
  const found = new Map<string, string[]>();
  for (const { words, values } of steps)
    for (const [flag, choices] of Object.entries(values)) {
      const flags = found.get(choices.join(' ')) ?? [];
      found.set(choices.join(' '), [...flags, `'${`${words} ${flag}`.trimStart()}'`]);
    }
  return [...found];
};

const bashScript = (steps: readonly Step[], isZsh: boolean): string =>
  [
    ...(isZsh ? ['autoload -U +X compinit && compinit', 'autoload -U +X bashcompinit && bashcompinit'] : []),
    '_forkcast_next() {',
    '  case "$1" in',
    ...steps.map(({ words, next }) => `  '${words}') echo '${next.join(' ')}' ;;`),
    '  *) return 1 ;;',
    '  esac',
    '}',
    '_forkcast_values() {',
    '  case "$1" in',
    ...groupFlags(steps).map(([values, flags]) => `  ${flags.join('|')}) echo '${values}' ;;`),
    '  *) return 1 ;;',
    '  esac',
    '}',
    '_forkcast() {',
    '  local words="" longer="" i offered',
    '  for ((i = 1; i < COMP_CWORD; i++)); do',
    '    longer="${words:+$words }${COMP_WORDS[i]}"',
    '    if _forkcast_next "$longer" >/dev/null; then words="$longer"; fi',
    '  done',
    '  offered="$(_forkcast_values "${words:+$words }${COMP_WORDS[COMP_CWORD - 1]}" || _forkcast_next "$words")"',
    '  COMPREPLY=($(compgen -W "$offered" -- "${COMP_WORDS[COMP_CWORD]}"))',
    '}',
    'complete -o default -F _forkcast forkcast',
  ].join('\n');

const fishScript = (steps: readonly Step[]): string =>
  [
    'function __forkcast_next',
    '  switch "$argv[1]"',
    // What follows begins with a dash where it is a flag, and is no option of split.
    ...steps.flatMap(({ words, next }) => [`    case '${words}'`, `      string split -- ' ' '${next.join(' ')}'`]),
    "    case '*'",
    '      return 1',
    '  end',
    'end',
    'function __forkcast_values',
    '  switch "$argv[1]"',
    ...groupFlags(steps).flatMap(([values, flags]) => [
      `    case ${flags.join(' ')}`,
      ...(values === '' ? [] : [`      string split -- ' ' '${values}'`]),
      '      return 0',
    ]),
    "    case '*'",
    '      return 1',
    '  end',
    'end',
    'function __forkcast_words',
    "  set -l words ''",
    '  set -l typed (commandline -opc)',
    '  for word in $typed[2..]',
    '    set -l longer (string trim -- "$words $word")',
    '    if __forkcast_next "$longer" >/dev/null',
    '      set words $longer',
    '    end',
    '  end',
    '  echo $words',
    'end',
    'function __forkcast_last',
    '  set -l typed (commandline -opc)',
    '  __forkcast_values (string trim -- (__forkcast_words)" $typed[-1]")',
    'end',
    // No file is a value of a flag that has a choice of them.
    'function __forkcast_is_chosen',
    '  string length -q -- (__forkcast_last)',
    'end',
    'function __forkcast',
    '  __forkcast_last; or __forkcast_next (__forkcast_words)',
    'end',
    "complete -c forkcast -n __forkcast_is_chosen -f -a '(__forkcast)'",
    "complete -c forkcast -n 'not __forkcast_is_chosen' -a '(__forkcast)'",
  ].join('\n');

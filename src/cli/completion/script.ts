import type { Command } from 'commander';

/** The shells that a script is written for. */
export const shells = ['bash', 'zsh', 'fish'] as const;

/** What may follow the words of a command: its commands, or its flags. */
export interface Step {
  readonly words: string;
  readonly next: readonly string[];
}

/** Every command of a program, with what may follow it. */
export const stepsOf = (command: Command, words: readonly string[] = []): readonly Step[] => [
  {
    words: words.join(' '),
    next: [
      ...command.commands.map((sub) => sub.name()),
      ...command.options.flatMap(({ long }) => (long ? [long] : [])),
      '--help',
    ],
  },
  ...command.commands.flatMap((sub) => stepsOf(sub, [...words, sub.name()])),
];

/** The script that completes the words and flags of a program in a shell, with all of it inside. */
export const completionScript = (shell: (typeof shells)[number], steps: readonly Step[]): string =>
  shell === 'fish' ? fishScript(steps) : bashScript(steps, shell === 'zsh');

const bashScript = (steps: readonly Step[], isZsh: boolean): string =>
  [
    ...(isZsh ? ['autoload -U +X compinit && compinit', 'autoload -U +X bashcompinit && bashcompinit'] : []),
    '_forkcast_next() {',
    '  case "$1" in',
    ...steps.map(({ words, next }) => `  '${words}') echo '${next.join(' ')}' ;;`),
    '  *) return 1 ;;',
    '  esac',
    '}',
    '_forkcast() {',
    '  local words="" longer="" i',
    '  for ((i = 1; i < COMP_CWORD; i++)); do',
    '    longer="${words:+$words }${COMP_WORDS[i]}"',
    '    if _forkcast_next "$longer" >/dev/null; then words="$longer"; fi',
    '  done',
    '  COMPREPLY=($(compgen -W "$(_forkcast_next "$words")" -- "${COMP_WORDS[COMP_CWORD]}"))',
    '}',
    'complete -o default -F _forkcast forkcast',
  ].join('\n');

const fishScript = (steps: readonly Step[]): string =>
  [
    'function __forkcast_next',
    '  switch "$argv[1]"',
    ...steps.flatMap(({ words, next }) => [`    case '${words}'`, `      string split ' ' '${next.join(' ')}'`]),
    "    case '*'",
    '      return 1',
    '  end',
    'end',
    'function __forkcast',
    "  set -l words ''",
    '  for word in (commandline -opc)[2..]',
    '    set -l longer (string trim -- "$words $word")',
    '    if __forkcast_next "$longer" >/dev/null',
    '      set words $longer',
    '    end',
    '  end',
    '  __forkcast_next "$words"',
    'end',
    "complete -c forkcast -a '(__forkcast)'",
  ].join('\n');

import { completionScript, shells } from '../completion/script';
import type { CommandDefinition } from '../command';
import { done } from '../command';

/** `forkcast completion`: the script that lets a shell complete commands and flags. */
export const completion: CommandDefinition = {
  name: 'completion',
  summary: 'print a script that completes commands and flags in a shell',
  examples: {
    'forkcast completion bash >> ~/.bashrc': 'in each new bash',
    'forkcast completion zsh >> ~/.zshrc': 'in each new zsh',
    'forkcast completion fish > ~/.config/fish/completions/forkcast.fish': 'in each new fish',
  },
  place: 'none',
  declare: (inputs) => {
    const shell = inputs.choiceArgument('shell', 'the shell (default: bash)', shells);
    return async ({ steps }) => {
      const wanted = shell() ?? 'bash';
      const script = completionScript(wanted, await steps());
      return done(script, { shell: wanted, script });
    };
  },
};

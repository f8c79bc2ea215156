import type { CommandDefinition } from '../command';
import { done } from '../command';
import { isJsonObject } from '../json';

/** `forkcast registry snapshot`. */
export const registrySnapshot: CommandDefinition = {
  name: 'registry snapshot',
  summary: 'write down what a registry knows, for checks without it',
  about:
    'The snapshot is one JSON file without secrets. Check against it with --registry facts:FILE; time in it stands still.',
  examples: [
    { run: 'forkcast registry snapshot > facts.json', does: 'the snapshot on stdout' },
    { run: 'forkcast check cdktf.out --registry facts:facts.json', does: 'what it is for' },
  ],
  place: 'registry',
  declare: (inputs) => {
    const out = inputs.text('--out <file>', 'write it there, and say so');
    return async (context) => {
      const snapshot = await (await context.connect()).snapshot();
      const text = `${JSON.stringify(snapshot, null, 2)}\n`;
      const file = out();
      if (file === undefined) return done(text, isJsonObject(snapshot) ? snapshot : {});
      const { writeText } = await import('../files.js');
      const path = writeText(context.terminal.cwd, file, text);
      return done(`${path} (${text.length} bytes)`, { file: path });
    };
  },
};

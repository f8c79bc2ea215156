import type { JudgingCommand } from '../command';
import { done } from '../command';
import { UsageError } from '../errors';
import { asJson } from '../json';
import { FactSourceError, leakedSecret, parseDurationMs, writeSnapshot } from '../../domain';
import { writeText } from '../files';
import { readingInputs } from '../reading-inputs';

/** `forkcast registry snapshot`. */
export const registrySnapshot: JudgingCommand = {
  name: 'registry snapshot',
  summary: 'write down what a registry knows, for checks without it',
  about:
    'The snapshot is one JSON file without secrets. Check against it with --registry facts:FILE; time in it stands still. ' +
    'At the API of the vendor itself it reads only what it needs, by GET alone, with the token in FORKCAST_TOKEN.',
  examples: {
    'forkcast registry snapshot > facts.json': 'the snapshot on stdout',
    'forkcast registry snapshot --registry https://api.aiven.io --out facts.json': 'of real projects',
    'forkcast check cdktf.out --registry facts:facts.json': 'what it is for',
  },
  place: 'registry',
  declare: (inputs) => {
    const out = inputs.text('--out <file>', 'write it there, and say so');
    const goodFor = inputs.text('--good-for <duration>', 'checks against it warn when it is older (default: 24h)');
    const reading = readingInputs(inputs, { isFresh: true });
    return async (context) => {
      const { liveFacts } = await import('../facts.js');
      const goodForMs = parseDurationMs(goodFor() ?? '24h');
      if (goodForMs === undefined) {
        throw new UsageError(`--good-for is a number with ms, s, m, h, d or w, such as 3d; got '${goodFor()}'.`);
      }
      const facts = await liveFacts(context, reading());
      const snapshot = asJson(writeSnapshot({ ...facts, taken: { at: context.terminal.now(), goodForMs } }));
      const text = `${JSON.stringify(snapshot, null, 2)}\n`;
      const leaked = leakedSecret(text);
      if (leaked !== undefined)
        throw new FactSourceError(
          facts.origin,
          `what was read holds ${leaked}, so nothing was written. Look for it among the tags and settings of services, and take it out`,
        );
      const file = out();
      if (file === undefined) return done(text, snapshot);
      const path = writeText(context.terminal.cwd, file, text);
      return done(`${path} (${text.length} bytes)`, { file: path });
    };
  },
};

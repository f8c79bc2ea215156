import { readFileSync } from 'node:fs';
import { runInThisContext } from 'node:vm';
import { providerAddress } from '../address';
import { serve } from '../protocol/transport';
import type * as Program from '../main';

/*
 * The file of the provider has two parts: this one, which answers Terraform's handshake, and behind it, in a comment, the program.
 * Compiling the program takes as long as the start of Node itself, so it waits until the handshake line is out (docs/decisions/0010).
 */
type Wrapper = (module: { exports: typeof Program | object }, require: NodeRequire, folder: string) => void;

const isWrapper = (value: unknown): value is Wrapper => typeof value === 'function';

/** What the build puts at the head of the program, and writes instead of the end of a comment. */
const [head, escapedEnd] = ['/*PROGRAM', '*\u0001/'];

const loadProgram = (): typeof Program => {
  const text = readFileSync(__filename, 'latin1');
  const source = text.slice(text.lastIndexOf(`\n${head}\n`) + head.length + 2, text.lastIndexOf('*/'));
  const wrapper: unknown = runInThisContext(
    `(function (module, require, __dirname) {${source.replaceAll(escapedEnd, '*/')}\n})`,
    {
      filename: __filename,
    },
  );
  const module: { exports: typeof Program | object } = { exports: {} };
  if (isWrapper(wrapper)) wrapper(module, require, __dirname);
  if (!('makeService' in module.exports))
    throw new TypeError('The file of the provider is not whole. Install it again.');
  return module.exports;
};

serve({ address: providerAddress, load: (ports) => Promise.resolve(loadProgram().makeService(ports)) });

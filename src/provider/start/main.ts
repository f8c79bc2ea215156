import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { compileProgram } from '../../api/compiled-program';
import { providerAddress } from '../address';
import type { Ports } from '../protocol/call';
import type { Connection, Service } from '../protocol/service';
import { serve } from '../protocol/transport';
import type * as Program from '../main';

/*
 * The file of the provider has two parts: this one, which answers Terraform's handshake, and behind it, in a comment, the program.
 * Compiling the program takes as long as the start of Node itself, so it waits until something is asked that this part cannot answer,
 * and its code is kept in the user's own cache folder (docs/decisions/0064).
 */

/** What the program answers to who asks for its schemas, by method, in base64: the build asked it. */
declare const schemaAnswers: Readonly<Record<string, string>>;

/** What the build puts at the head of the program, and writes instead of the end of a comment. */
const [head, escapedEnd] = ['/*PROGRAM', '*\u0001/'];

interface Loaded {
  readonly program: typeof Program;
  /** Keeps the code for the next process, where nothing was kept that this one could use. */
  readonly keep: () => void;
}

const loadProgram = (): Loaded => {
  const bytes = readFileSync(__filename);
  const text = wrapped(bytes.toString('latin1'));
  const { program, keep } = compileProgram<typeof Program | object>(
    text,
    { path: __filename, digest: hashFile(bytes) },
    process,
  );
  const module: { exports: typeof Program | object } = { exports: {} };
  program?.(module, require, __dirname);
  if (!('makeService' in module.exports))
    throw new TypeError('The file of the provider is not whole. Install it again.');
  return { program: module.exports, keep };
};

const hashFile = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

const wrapped = (text: string): string => {
  const source = text.slice(text.lastIndexOf(`\n${head}\n`) + head.length + 2, text.lastIndexOf('*/'));
  return `(function (module, require, __dirname) {${source.replaceAll(escapedEnd, '*/')}\n})`;
};

/** Calls after which most of what later processes need is compiled. */
const worthKeeping = /\/(?:PlanResourceChange|ApplyResourceChange)$/;

/** The provider, whose program is loaded by the first call that wants more than a schema: one process of three asks for nothing else. */
const serviceOf = (ports: Ports): Service => {
  let service: Service | undefined;
  let keep: (() => void) | undefined;
  const load = (): Service => {
    const loaded = loadProgram();
    keep = loaded.keep;
    return loaded.program.makeService(ports);
  };
  return {
    connect: () => {
      let connection: Connection | undefined;
      return {
        call: async (method, request) => {
          const known = Object.hasOwn(schemaAnswers, method) ? schemaAnswers[method] : undefined;
          if (known !== undefined) return { kind: 'ok', message: Buffer.from(known, 'base64') };
          service ??= load();
          connection ??= service.connect();
          if (keep !== undefined && worthKeeping.test(method)) {
            process.once('exit', keep);
            keep = undefined;
          }
          return connection.call(method, request);
        },
        stop: () => connection?.stop(),
      };
    },
  };
};

serve({ address: providerAddress, load: (ports) => Promise.resolve(serviceOf(ports)) });

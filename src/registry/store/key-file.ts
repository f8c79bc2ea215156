import { closeSync, existsSync, fsyncSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { parseKey, type FoundKey, type KeySource } from '../key';
import { loadCrypto } from '../load-crypto';
import { drawDraftName, dropForgotten, makePrivateFile, putInPlace } from './draft';
import { explained } from './session';
import { isFileCode } from './trouble';

/** The variable of the environment that holds the key of a registry, in place of the file beside it. */
export const keyVariable = 'FORKCAST_REGISTRY_KEY';

/** The key of the registry in a file: what the environment gives, else the file `PATH.key`, which only its owner may read. */
export const keySource = (path: string, given: string | undefined): KeySource => {
  const file = `${path}.key`;
  const read = (): FoundKey => (given ? readGiven(given) : readKeyFile(file));
  let known: FoundKey | undefined;
  const find = (): FoundKey => {
    if (known?.kind !== 'key') known = read();
    return known;
  };
  return {
    find,
    take: () => {
      if (!given && !existsSync(file)) explained(file, () => makeKeyFile(file));
      return find();
    },
  };
};

const readGiven = (text: string): FoundKey => {
  const key = parseKey(text);
  return key === undefined
    ? { kind: 'none', why: `${keyVariable} is no key of 64 hexadecimal digits` }
    : { kind: 'key', key };
};

const readKeyFile = (file: string): FoundKey => {
  try {
    const key = parseKey(readFileSync(file, 'utf8'));
    return key === undefined
      ? { kind: 'none', why: `${file} holds no key of 64 hexadecimal digits` }
      : { kind: 'key', key };
  } catch (error) {
    const missing = isFileCode(error, 'ENOENT');
    return { kind: 'none', why: missing ? `there is neither ${file} nor ${keyVariable}` : `${file} cannot be read` };
  }
};

/** Written beside and put in place whole: of many processes at once the first one's stays, and all others read that one. */
const makeKeyFile = (file: string): void => {
  dropForgotten(file);
  const draft = drawDraftName(file);
  try {
    makePrivateFile(draft);
    const descriptor = openSync(draft, 'r+');
    try {
      writeSync(descriptor, `${drawKey()}\n`);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    putInPlace(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
};

const drawKey = (): string => loadCrypto().randomBytes(32).toString('hex');

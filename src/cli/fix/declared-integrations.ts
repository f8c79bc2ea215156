import { blockAddress, type CardFix, type CardService } from '../../domain';
import { literalsOf, type SourceBlock } from '../../intake';
import type { SourceFiles } from './source-files';

type Wanted = Extract<CardFix, { kind: 'integrations' }>['integrations'];

/**
 * The integrations that no block beside the service's own declares, as a plan that is older than the source does not tell. An end is known
 * by its literal name, or by a reference to a block that has one; what is written in another way is not seen. Never throws.
 */
export const findUndeclared = ({ address, side }: CardService, wanted: Wanted, source: SourceFiles): Wanted => {
  const own = blockAddress(address);
  const module = own.split('.').slice(0, -2).join('.');
  const inModule = (local: string): string => (module === '' ? local : `${module}.${local}`);
  const ownName = side.name?.split('/').at(-1);
  const resolveName = (written: string): string | undefined => {
    const [, literal, local] = /^(?:"(.*)"|([\w-]+\.[\w-]+)\.service_name)$/.exec(written) ?? [];
    if (local === undefined) return literal;
    return inModule(local) === own ? ownName : findServiceName(source.blocks.get(inModule(local)), source);
  };
  const isSelf = (written: string): boolean =>
    inModule(written) === `${own}.service_name` || (ownName !== undefined && resolveName(written) === ownName);
  const declared = [...source.blocks].flatMap(([key, block]) => {
    const [type = '', ...label] = (module === '' ? key : key.replace(`${module}.`, '')).split('.');
    return label.length === 1 && /^(?:aiven|forkcast)_service_integration$/.test(type) ? [readBody(block, source)] : [];
  });
  return wanted.filter(({ type, end, other }) => {
    const [ownEnd, otherEnd] = end === 'source' ? ['source', 'destination'] : ['destination', 'source'];
    return !declared.some(
      (body) =>
        readField(body, 'integration_type') === `"${type}"` &&
        isSelf(readField(body, `${ownEnd}_service_name`)) &&
        resolveName(readField(body, `${otherEnd}_service_name`)) === other,
    );
  });
};

const findServiceName = (block: SourceBlock | undefined, { read }: SourceFiles): string | undefined => {
  const text = block === undefined ? undefined : read(block.file);
  if (block === undefined || text === undefined) return undefined;
  return literalsOf(text, block.line).find(({ name }) => name === 'service_name')?.value;
};

/** The lines of a block after its first, until one that is not indented. */
const readBody = ({ file, line }: SourceBlock, { read }: SourceFiles): string => {
  const lines = (read(file) ?? '').split('\n').slice(line);
  const end = lines.findIndex((one) => /^\S/.test(one));
  return lines.slice(0, end < 0 ? lines.length : end).join('\n');
};

/** A text in its quotation marks, or a reference, as it is written; empty: neither. */
const readField = (body: string, name: string): string =>
  new RegExp(`^[ \\t]*${name}[ \\t]*=[ \\t]*("[^"$\\\\\\n]*"|[\\w.-]+)[ \\t]*(?:#.*|//.*)?\\r?$`, 'm').exec(
    body,
  )?.[1] ?? '';

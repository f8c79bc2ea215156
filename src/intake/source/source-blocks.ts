import { blockAddress, resourceAddressOf } from '../../domain';
import { blocksIn } from './blocks-in';

/** A block as the source of a configuration has it: of a resource, or the call of a module. */
export interface SourceBlock {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** Names of the blocks that `dynamic` ones in it make, of which a plan does not tell while their number is not known. */
  readonly dynamic: ReadonlySet<string>;
}

/** Those of a whole configuration, by address without indexes: `module.eu.aiven_pg.copy`, `module.eu`. */
export type SourceBlocks = ReadonlyMap<string, SourceBlock>;

/** What one Terraform file declares. */
interface SourceFile {
  /** By `type.name`, calls of modules by `module.name`. */
  readonly blocks: SourceBlocks;
  /** The folders of the modules that it calls, by the name of the call; only those in a folder beside it. */
  readonly modules: ReadonlyMap<string, string>;
}

/** The resources and the calls of modules of a `.tf` or `.tf.json` file; `file` names it in places. Never throws. */
export const sourceFile = (text: string, file: string): SourceFile => {
  const blocks = new Map<string, SourceBlock & { readonly dynamic: Set<string> }>();
  const modules = new Map<string, string>();
  for (const { path, line, texts } of blocksIn(text)) {
    const [kind, type = '', name = '', dynamic, block] = path;
    const address = `${type}.${name}`;
    const folder = texts.get('source');
    const add = (key: string): void => {
      if (!blocks.has(key)) blocks.set(key, { file, line, dynamic: new Set() });
    };
    if (kind === 'module' && path.length === 2) {
      add(`module.${type}`);
      if (folder !== undefined && /^\.{1,2}\//.test(folder)) modules.set(type, folder);
    }
    if (kind !== 'resource' || path.length < 3) continue;
    if (path.length === 3) add(address);
    if (dynamic === 'dynamic' && block !== undefined) blocks.get(address)?.dynamic.add(block);
  }
  return { blocks, modules };
};

/**
 * The block that declares a service, by the address of its resource without indexes; of a module whose source is not at hand, the
 * innermost call that leads to it. Never throws.
 */
export const findSourceBlock = (
  declared: Parameters<typeof resourceAddressOf>[0],
  blocks: SourceBlocks,
): SourceBlock | undefined => {
  const own = findOwnBlock(declared, blocks);
  if (own !== undefined || blocks.size === 0) return own;
  const address = blockAddress(resourceAddressOf(declared));
  const calls = /^(?:module\.[\w-]+\.)+/.exec(address)?.[0].match(/module\.[\w-]+/g) ?? [];
  return calls
    .map((_, at) => blocks.get(calls.slice(0, calls.length - at).join('.')))
    .find((call) => call !== undefined);
};

/** The block itself, where its file is at hand. Never throws. */
export const findOwnBlock = (
  declared: Parameters<typeof resourceAddressOf>[0],
  blocks: SourceBlocks,
): SourceBlock | undefined => (blocks.size === 0 ? undefined : blocks.get(blockAddress(resourceAddressOf(declared))));

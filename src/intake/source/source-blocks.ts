import type { ServiceRequest } from '../../domain';
import { blocksIn } from './blocks-in';

/** A resource block as the source of a configuration has it. */
export interface SourceBlock {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** Names of the blocks that `dynamic` ones in it make, of which a plan does not tell while their number is not known. */
  readonly dynamic: ReadonlySet<string>;
}

/** Those of a whole configuration, by address without indexes: `module.eu.aiven_pg.copy`. */
export type SourceBlocks = ReadonlyMap<string, SourceBlock>;

/** What one Terraform file declares. */
export interface SourceFile {
  /** By `type.name`. */
  readonly resources: SourceBlocks;
  /** The folders of the modules that it calls, by the name of the call; only those in a folder beside it. */
  readonly modules: ReadonlyMap<string, string>;
}

/** The resources and the calls of modules of a `.tf` or `.tf.json` file; `file` names it in places. Never throws. */
export const sourceFile = (text: string, file: string): SourceFile => {
  const resources = new Map<string, SourceBlock & { readonly dynamic: Set<string> }>();
  const modules = new Map<string, string>();
  for (const { path, line, texts } of blocksIn(text)) {
    const [kind, type = '', name = '', dynamic, block] = path;
    const address = `${type}.${name}`;
    const folder = texts.get('source');
    if (kind === 'module' && path.length === 2 && folder !== undefined && /^\.{1,2}\//.test(folder))
      modules.set(type, folder);
    if (kind !== 'resource' || path.length < 3) continue;
    if (path.length === 3 && !resources.has(address)) resources.set(address, { file, line, dynamic: new Set() });
    if (dynamic === 'dynamic' && block !== undefined) resources.get(address)?.dynamic.add(block);
  }
  return { resources, modules };
};

/** The block that declares a service, by the address of its resource without indexes. Never throws. */
export const sourceBlockOf = (
  {
    address,
    resource,
    carried,
  }: Pick<ServiceRequest, 'address'> & Partial<Pick<ServiceRequest, 'resource' | 'carried'>>,
  blocks: SourceBlocks,
): SourceBlock | undefined =>
  blocks.get((resource ?? carried?.address ?? address).replace(/\[(?:\d+|"(?:[^"\\]|\\.)*")\]/g, ''));

import type { CardPlace } from '../../domain';

const resourceOpening = /^[ \t]*resource[ \t]+"([^"\n]+)"[ \t]+"([^"\n]+)"/;
const moduleOpening = /^[ \t]*module[ \t]+"([^"\n]+)"/;
const sourceLine = /^[ \t]*source[ \t]*=[ \t]*"(\.{1,2}\/[^"\n]*)"/;

/** What one Terraform file declares, as far as places go. */
export interface TerraformFilePlaces {
  /** By `type.name`: the line of each block's opening. */
  readonly resources: ReadonlyMap<string, CardPlace>;
  /** The folders of the modules that it calls, by the name of the call; only those in a folder beside it. */
  readonly modules: ReadonlyMap<string, string>;
}

/** Where the resources of a Terraform file are declared, and which folders its modules are in. Never throws. */
export const terraformPlaces = (text: string, file: string): TerraformFilePlaces => {
  const resources = new Map<string, CardPlace>();
  const modules = new Map<string, string>();
  let call: string | undefined;
  text.split('\n').forEach((line, index) => {
    const [, type, name] = resourceOpening.exec(line) ?? [];
    if (type !== undefined && name !== undefined) resources.set(`${type}.${name}`, { file, line: index + 1 });
    if (line.startsWith('}')) call = undefined;
    call = moduleOpening.exec(line)?.[1] ?? call;
    const folder = call === undefined ? undefined : sourceLine.exec(line)?.[1];
    if (call !== undefined && folder !== undefined) modules.set(call, folder);
  });
  return { resources, modules };
};

/** `module.eu.aiven_pg.fork` of `module.eu[0].aiven_pg.fork["a"]`; undefined for a construct path. Never throws. */
export const blockOf = (address: string): string | undefined => {
  const bare = address.replace(/\[(?:\d+|"(?:[^"\\]|\\.)*")\]/g, '');
  return /^(module\.[\w-]+\.)*[A-Za-z_][\w-]*\.[A-Za-z_][\w-]*$/.test(bare) ? bare : undefined;
};

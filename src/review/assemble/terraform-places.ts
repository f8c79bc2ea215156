import type { CardPlace } from '../../domain';

const opening = /^[ \t]*resource[ \t]+"([^"\n]+)"[ \t]+"([^"\n]+)"/;

/** Where the resources of a Terraform file are declared, by `type.name`: the line of each block's opening. */
export const terraformPlaces = (text: string, file: string): ReadonlyMap<string, CardPlace> => {
  const places = new Map<string, CardPlace>();
  text.split('\n').forEach((line, index) => {
    const [, type, name] = opening.exec(line) ?? [];
    if (type !== undefined && name !== undefined) places.set(`${type}.${name}`, { file, line: index + 1 });
  });
  return places;
};

/** `aiven_pg.fork` of `aiven_pg.fork["eu"]`; undefined for a resource of a module and for a construct path. */
export const blockOf = (address: string): string | undefined => {
  const [block] = /^[A-Za-z_][\w-]*\.[A-Za-z_][\w-]*(?=$|\[)/.exec(address) ?? [];
  return block;
};

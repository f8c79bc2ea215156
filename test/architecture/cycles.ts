import type { Import } from './imports';

/** Import cycles between files, each once, as the path that closes on its first file. */
export const findCycles = (imports: readonly Import[]): readonly (readonly string[])[] => {
  const edges = new Map<string, string[]>();
  for (const item of imports) {
    if (item.kind === 'file') edges.set(item.from, [...(edges.get(item.from) ?? []), item.target]);
  }
  const done = new Set<string>();
  const cycles: string[][] = [];
  const visit = (file: string, path: readonly string[]): void => {
    const start = path.indexOf(file);
    if (start >= 0) cycles.push([...path.slice(start), file]);
    if (start >= 0 || done.has(file)) return;
    for (const target of edges.get(file) ?? []) visit(target, [...path, file]);
    done.add(file);
  };
  for (const file of edges.keys()) visit(file, []);
  return cycles;
};

import { blocksIn, type Literal } from './blocks-in';

/** The literals of the resource whose block begins at a line of a file, those of the blocks in it among them. Never throws. */
export const literalsOf = (file: string, line: number): readonly Literal[] => {
  const blocks = blocksIn(file);
  const own = blocks.find((block) => block.line === line && block.path[0] === 'resource' && block.path.length === 3);
  if (own === undefined) return [];
  return blocks
    .filter(({ path }) => own.path.every((word, index) => path[index] === word))
    .flatMap(({ literals }) => literals);
};

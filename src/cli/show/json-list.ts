import type { JsonObject } from '../../domain';
import { done, type Context, type Result } from '../command';

/** Prints a result with a list in it, each page of the list as soon as it is there: the same text as of all of it at once. */
export const printJsonList = async (
  { terminal }: Context,
  head: JsonObject,
  name: string,
  pages: AsyncIterable<readonly JsonObject[]>,
): Promise<Result> => {
  const begin = JSON.stringify({ formatVersion: 1, ...head }, null, 2).replace(/\n\}$/, '');
  let before = `${begin},\n  ${JSON.stringify(name)}: [`;
  for await (const page of pages) {
    if (page.length === 0) continue;
    const items = page.map((item) => JSON.stringify(item, null, 2).replace(/^/gm, '    '));
    terminal.out(`${before}\n${items.join(',\n')}`);
    before = ',';
  }
  terminal.out(before === ',' ? '\n  ]\n}\n' : `${before}]\n}\n`);
  return { ...done('', {}), printed: true };
};

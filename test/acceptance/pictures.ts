import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { repositoryRoot } from '../source-tree';

const folder = join(repositoryRoot, 'test/golden/console');
const madeWith = join(folder, 'made-with.json');

/** The share of all pixels that may differ. */
const mostDifferent = 0.001;

/** What a picture depends on beside the page: the browser's major version, and the font that its title is set in. */
const drawnWith = async (page: Page): Promise<string> => {
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument');
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector: 'h1' });
  const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
  const version = page.context().browser()?.version().split('.')[0] ?? '';
  return JSON.stringify({ chromium: version, fonts: fonts.map(({ familyName }) => familyName) });
};

/** The share of pixels that differ, measured in a page that has no policy of its own; 1 where the sizes do. */
const compare = `async ([one, other]) => {
  const read = async (text) => {
    const image = new Image();
    image.src = 'data:image/png;base64,' + text;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
    canvas.drawImage(image, 0, 0);
    return canvas.getImageData(0, 0, image.width, image.height);
  };
  const [a, b] = [await read(one), await read(other)];
  if (a.width !== b.width || a.height !== b.height) return 1;
  let count = 0;
  for (let at = 0; at < a.data.length; at += 4)
    if ([0, 1, 2].some((channel) => Math.abs(a.data[at + channel] - b.data[at + channel]) > 12)) count += 1;
  return count / (a.width * a.height);
}`;

/**
 * How a page differs from the picture of it that is kept: undefined where it does not; `skipped` where this browser or its font is not
 * the one that drew it. UPDATE_GOLDEN=1 keeps the picture of today.
 */
export const differsFromPicture = async (page: Page, name: string): Promise<string | undefined> => {
  const file = join(folder, `${name}.png`);
  const drawn = await drawnWith(page);
  const taken = await page.screenshot({ animations: 'disabled', caret: 'hide' });
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, taken);
    writeFileSync(madeWith, `${drawn}\n`);
    return undefined;
  }
  const known = existsSync(madeWith) ? readFileSync(madeWith, 'utf8').trim() : 'nothing';
  if (known !== drawn) return `skipped: the pictures were drawn with ${known}, and this is ${drawn}`;
  const kept = readFileSync(file);
  if (kept.equals(taken)) return undefined;
  const blank = await page.context().newPage();
  const pictures = [kept.toString('base64'), taken.toString('base64')];
  const share = Number(await blank.evaluate(`(${compare})(${JSON.stringify(pictures)})`));
  await blank.close();
  if (share <= mostDifferent) return undefined;
  const seen = join(folder, `${name}.now.png`);
  writeFileSync(seen, taken);
  return `${(share * 100).toFixed(2)} % of its pixels differ: look at ${seen}; UPDATE_GOLDEN=1 keeps it`;
};

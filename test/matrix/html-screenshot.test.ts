import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { parseReviewCard } from '../../src/domain';
import { cardRenderers } from '../../src/review';

const chromium = ['chromium', 'chromium-browser', 'google-chrome']
  .flatMap((name) => (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)))
  .find((path) => existsSync(path));

/** Bytes of the pixels of a PNG of 8 bits: enough to tell a page that was drawn from an empty one. */
const pixelsOf = (png: Buffer) => {
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const bytes = inflateSync(Buffer.concat(parts));
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20), bytes };
};

/** Without a browser the reason stands in the name of the test that is skipped. */
const drawn = chromium === undefined ? test.skip : test;
const why = chromium === undefined ? ' (skipped: there is no Chromium on the PATH)' : '';

describe('the HTML page in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'forkcast-page-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const stored = join(__dirname, '../golden/review/card-0.1.0.json');
  const page = join(folder, 'review.html');
  writeFileSync(page, cardRenderers.html(parseReviewCard(readFileSync(stored, 'utf8'), stored)));

  drawn.each([
    ['light', []],
    ['dark', ['--force-dark-mode']],
  ])(
    `is drawn in the %s colours${why}`,
    (name, flags) => {
      const png = join(folder, `${name}.png`);
      const quiet = '--headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking';
      const still = '--disable-component-update --disable-sync --hide-scrollbars --window-size=600,900';
      const own = [`--user-data-dir=${join(folder, name)}`, `--screenshot=${png}`, `file://${page}`];
      spawnSync(chromium ?? '', [...quiet.split(' '), ...still.split(' '), ...flags, ...own], { timeout: 50_000 });
      const { width, height, bytes } = pixelsOf(readFileSync(png));
      expect([width, height]).toEqual([600, 900]);
      expect(new Set(bytes).size).toBeGreaterThan(50);
    },
    60_000,
  );
});

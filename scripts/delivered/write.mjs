import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { billOfMaterials } from './bill-of-materials.mjs';
import { licenceFaults } from './licences.mjs';
import { deliveredPackages, noticesOf } from './packages.mjs';

const readJson = async (path) => JSON.parse(await readFile(path, 'utf8'));

/**
 * Writes the notices and the bill of materials of what the bundles hold. Resolves to what stands against delivering it.
 * @param {readonly import('esbuild').Metafile[]} metafiles
 * @param {string} dist
 */
export const writeDelivered = async (metafiles, dist) => {
  const [own, lock] = await Promise.all([readJson('package.json'), readJson('package-lock.json')]);
  const delivered = deliveredPackages(lock, metafiles);
  const faults = licenceFaults(delivered);
  if (faults.length > 0) return faults;
  await writeFile(join(dist, 'THIRD-PARTY-NOTICES.txt'), `${await noticesOf(delivered)}\n`);
  await writeFile(join(dist, 'bom.cdx.json'), `${JSON.stringify(billOfMaterials(own, delivered), null, 2)}\n`);
  return [];
};

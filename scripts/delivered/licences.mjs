/** Licences that ask for a notice at most. Another one is a decision: it is added here, with a line in docs/decisions/0049. */
const allowed = new Set(['0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT', 'MIT-0']);

/** Of an SPDX expression one part of each `OR`, and all parts of each `AND`, must be allowed. */
const isAllowed = (expression) =>
  expression
    .replace(/^\((.*)\)$/, '$1')
    .split(/ AND /)
    .every((part) =>
      part
        .replace(/^\((.*)\)$/, '$1')
        .split(/ OR /)
        .some((one) => allowed.has(one)),
    );

/**
 * A sentence for every package whose licence is unknown, or asks for more than a notice.
 * @param {readonly import('./packages.mjs').Delivered[]} delivered
 */
export const licenceFaults = (delivered) =>
  delivered
    .filter(({ licence }) => !isAllowed(licence))
    .map(({ name, version, licence, delivery }) => {
      const told = licence === '' ? 'names no licence' : `is under ${licence}`;
      return `${name}@${version}, which is ${delivery}, ${told}; allowed are ${[...allowed].join(', ')} (scripts/delivered/licences.mjs).`;
    });

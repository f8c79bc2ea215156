/** Node's cryptography, loaded by who needs it: it costs a short process a tenth of its start (decision 0009). */
export const loadCrypto = (): typeof import('node:crypto') =>
  // Deciding is synchronous, and import() is not.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  require('node:crypto') as typeof import('node:crypto');

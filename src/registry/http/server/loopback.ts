/** Whether an address or host name reaches this machine alone. Never throws. */
export const isLoopback = (host: string): boolean => {
  const name = host
    .replace(/^\[|\]$/g, '')
    .replace(/^::ffff:/, '')
    .toLowerCase();
  return name === 'localhost' || name.endsWith('.localhost') || name === '::1' || /^127(\.\d{1,3}){3}$/.test(name);
};

/**
 * Whether a request without a token that counts may have come from a page of another site, sent by a browser on this machine:
 * its Origin, or the name in its Host, is not this machine.
 */
export const comesFromElsewhere = (headers: {
  readonly origin: string | undefined;
  readonly host: string | undefined;
}): boolean => {
  const { origin, host } = headers;
  if (origin !== undefined && !(URL.canParse(origin) && isLoopback(new URL(origin).hostname))) return true;
  if (host === undefined) return false;
  return !(URL.canParse(`http://${host}`) && isLoopback(new URL(`http://${host}`).hostname));
};

/**
 * Whether a page of another origin sent this, even one of this very machine: a browser says so by Sec-Fetch-Site, or by an Origin that is
 * not the host and port that were asked. Other clients send neither. Never throws.
 */
export const comesFromAnotherPage = (headers: {
  readonly origin: string | undefined;
  readonly host: string | undefined;
  readonly site: string | undefined;
}): boolean => {
  const { origin, host, site } = headers;
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true;
  if (origin === undefined) return false;
  return !URL.canParse(origin) || new URL(origin).host !== host?.toLowerCase();
};

/** The vendor's own address, to which its own variable may go. */
const vendorHost = 'api.aiven.io';

/**
 * The token for a registry that is served at a URL: `FORKCAST_TOKEN`, wherever that is; else `AIVEN_TOKEN`, which goes over https alone, to
 * the vendor or to the host that `AIVEN_WEB_URL` names. Undefined: none. Never throws.
 */
export const tokenFor = (url: string, environment: (name: string) => string | undefined): string | undefined => {
  const own = environment('FORKCAST_TOKEN');
  if (own !== undefined && own !== '') return own;
  const vendors = environment('AIVEN_TOKEN');
  if (vendors === undefined || vendors === '' || !URL.canParse(url)) return undefined;
  const { protocol, host } = new URL(url);
  const named = environment('AIVEN_WEB_URL') ?? '';
  const hosts = [vendorHost, ...(URL.canParse(named) ? [new URL(named).host] : [])];
  return protocol === 'https:' && hosts.includes(host) ? vendors : undefined;
};

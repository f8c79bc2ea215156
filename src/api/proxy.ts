/** What a request goes through on its way. */
export interface Proxy {
  readonly host: string;
  readonly port: number;
  /** For the header `Proxy-Authorization`; absent: the proxy asks for none. */
  readonly authorization?: string;
}

/** The variables that name it, first come first; a CGI script cannot trust HTTP_PROXY, but this is none. */
const namesOf: Readonly<Record<string, readonly string[]>> = {
  'https:': ['HTTPS_PROXY', 'https_proxy'],
  'http:': ['HTTP_PROXY', 'http_proxy'],
};

/**
 * The proxy for a URL, as Terraform and other programs read it of the environment: `HTTPS_PROXY` or `HTTP_PROXY`, unless `NO_PROXY` has the
 * host, or the host is this machine. Undefined: none; text: what the variable has cannot be used, and why.
 */
export const findProxy = (url: string, env: (name: string) => string | undefined): Proxy | string | undefined => {
  const target = URL.canParse(url) ? new URL(url) : undefined;
  const name = namesOf[target?.protocol ?? '']?.find((one) => (env(one) ?? '') !== '');
  const text = name === undefined ? undefined : env(name);
  if (target === undefined || text === undefined || isPassedBy(target, env('NO_PROXY') ?? env('no_proxy') ?? ''))
    return undefined;
  const written = text.includes('://') ? text : `http://${text}`;
  const proxy = URL.canParse(written) ? new URL(written) : undefined;
  if (proxy?.protocol !== 'http:' || proxy.hostname === '')
    return `${name} names no proxy that can be asked. Write it like http://proxy.example:3128.`;
  const { username, password } = proxy;
  const login = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return {
    host: withoutBrackets(proxy.hostname),
    port: Number(proxy.port || 80),
    ...(login === ':' ? {} : { authorization: `Basic ${Buffer.from(login).toString('base64')}` }),
  };
};

/** The host of a URL as a socket takes it. */
export const withoutBrackets = (host: string): string => host.replace(/^\[|\]$/g, '');

const isPassedBy = ({ hostname, port, protocol }: URL, noProxy: string): boolean => {
  const host = withoutBrackets(hostname);
  if (host === 'localhost' || host === '::1' || /^127(\.\d+){3}$/.test(host)) return true;
  const usual = protocol === 'https:' ? '443' : '80';
  return noProxy
    .split(',')
    .map((one) => one.trim().toLowerCase())
    .some((one) => {
      const [, name = '', only] = /^(.*?)(?::(\d+))?$/.exec(one) ?? [];
      if (name === '*') return true;
      const suffix = name.replace(/^\*?\.?/, '');
      const isMeant = suffix !== '' && (host === suffix || host.endsWith(`.${suffix}`));
      return isMeant && (only === undefined || only === (port || usual));
    });
};

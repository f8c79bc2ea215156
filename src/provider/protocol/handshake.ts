/** The cookie by which Terraform and OpenTofu, in every version, say that they are the one who starts the process. */
export const magicCookie = {
  name: 'TF_PLUGIN_MAGIC_COOKIE',
  value: 'd602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2',
} as const;

/** How to serve, as the environment asks for it. */
type Handshake =
  | { readonly kind: 'serve'; readonly clientCertificate: string | undefined }
  | { readonly kind: 'refused'; readonly why: string };

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads what Terraform asks of a plugin. Refused: started by hand, or by a Terraform that does not speak protocol 6. */
export const readHandshake = (environment: Environment): Handshake => {
  if (environment[magicCookie.name] !== magicCookie.value) {
    return {
      kind: 'refused',
      why: 'This program is a Terraform provider. Terraform starts it; it does nothing when started by hand.',
    };
  }
  const versions = environment['PLUGIN_PROTOCOL_VERSIONS'];
  if (versions !== undefined && !versions.split(',').includes('6')) {
    return {
      kind: 'refused',
      why: `This provider speaks protocol version 6, Terraform offers ${versions}. Use Terraform 1.0 or newer.`,
    };
  }
  const certificate = environment['PLUGIN_CLIENT_CERT'];
  return { kind: 'serve', clientCertificate: certificate === '' ? undefined : certificate };
};

/** Where the provider listens. */
export type Address = { readonly network: 'unix' | 'tcp'; readonly at: string };

/** The one line on stdout that Terraform waits for. The certificate is in base64 without padding, which Go requires. */
export const handshakeLine = ({ network, at }: Address, certificate: Uint8Array | undefined): string => {
  const encoded = certificate === undefined ? '' : Buffer.from(certificate).toString('base64').replace(/=+$/, '');
  return `1|6|${network}|${at}|grpc|${encoded}\n`;
};

/** The value of TF_REATTACH_PROVIDERS by which Terraform uses a resident process and leaves it running. */
export const reattachValue = (provider: string, { network, at }: Address, pid: number): string =>
  JSON.stringify({
    [provider]: {
      Protocol: 'grpc',
      ProtocolVersion: 6,
      Pid: pid,
      Test: true,
      Addr: { Network: network, String: at },
    },
  });

import { loadCrypto } from '../load-crypto';
import { drawHash } from '../seeded';

/** Who a certificate is of, and what its key and its number follow from. */
interface Bearer {
  readonly name: string;
  readonly secret: string;
  readonly serial: string;
}

/**
 * The certificate of a project's authority in PEM: valid X.509, its own issuer, always the same for one project of one registry.
 * No service presents a certificate, so it signs nothing but those of users.
 */
export const projectCa = (seed: string, project: string): string => {
  const authority = authorityOf(seed, project);
  return pem('CERTIFICATE', certificate(authority, authority));
};

/** The certificate and the key of a user of a project in PEM; the key follows from a secret of the user. */
export const userCertificate = (
  seed: string,
  project: string,
  user: { readonly name: string; readonly secret: string },
): { readonly certificate: string; readonly key: string } => {
  const secret = drawHash('user-key', project, user.name, user.secret);
  const subject = { name: user.name, secret, serial: drawHash(seed, 'user-serial', project, user.name, secret) };
  return {
    certificate: pem('CERTIFICATE', certificate(authorityOf(seed, project), subject)),
    key: pem('PRIVATE KEY', privateKey(secret)),
  };
};

/** When every certificate ends. */
export const certificatesEnd = '2049-12-31T23:59:59Z';

const authorityOf = (seed: string, project: string): Bearer => ({
  name: `${project} Project CA`,
  secret: drawHash(seed, 'project-ca', project),
  serial: drawHash(seed, 'serial', project),
});

const privateKey = (secret: string): Buffer => Buffer.concat([pkcs8Head, Buffer.from(secret, 'hex')]);

const keyOf = ({ secret }: Bearer) =>
  loadCrypto().createPrivateKey({ key: privateKey(secret), format: 'der', type: 'pkcs8' });

const certificate = (issuer: Bearer, subject: Bearer): Buffer => {
  const named = ({ name }: Bearer) => sequence(set(sequence(commonName(), utf8(name.slice(0, 64)))));
  const isAuthority = issuer === subject ? [tagged(0x01, yes)] : [];
  const content = sequence(
    tagged(0xa0, tagged(0x02, Buffer.from([2]))),
    tagged(0x02, Buffer.concat([Buffer.from([1]), Buffer.from(subject.serial.slice(0, 30), 'hex')])),
    ed25519(),
    named(issuer),
    sequence(utcTime('200101000000Z'), utcTime('491231235959Z')),
    named(subject),
    loadCrypto().createPublicKey(keyOf(subject)).export({ format: 'der', type: 'spki' }),
    tagged(0xa3, sequence(sequence(basicConstraints(), tagged(0x01, yes), tagged(0x04, sequence(...isAuthority))))),
  );
  const signature = tagged(0x03, Buffer.concat([Buffer.from([0]), loadCrypto().sign(null, content, keyOf(issuer))]));
  return sequence(content, ed25519(), signature);
};

const yes = Buffer.from([0xff]);

/** DER: a tag, the length, the content; at most 65535 bytes. */
const tagged = (tag: number, content: Buffer): Buffer => {
  const { length } = content;
  const lengths = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...lengths]), content]);
};

const sequence = (...parts: readonly Buffer[]): Buffer => tagged(0x30, Buffer.concat(parts));
const set = (part: Buffer): Buffer => tagged(0x31, part);
const utf8 = (text: string): Buffer => tagged(0x0c, Buffer.from(text, 'utf8'));
const utcTime = (text: string): Buffer => tagged(0x17, Buffer.from(text, 'ascii'));
const objectId = (hex: string): Buffer => tagged(0x06, Buffer.from(hex, 'hex'));

/** 1.3.101.112, 2.5.4.3 and 2.5.29.19: made when they are needed, as most processes show no certificate. */
const ed25519 = () => sequence(objectId('2b6570'));
const commonName = () => objectId('550403');
const basicConstraints = () => objectId('551d13');

/** What stands before the 32 bytes of an Ed25519 key in PKCS 8. @see RFC 8410, section 7 */
const pkcs8Head = Buffer.from('302e020100300506032b657004220420', 'hex');

const pem = (what: string, der: Buffer): string => {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${what}-----\n${lines.join('\n')}\n-----END ${what}-----\n`;
};

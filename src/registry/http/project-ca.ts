import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { drawHash } from '../seeded';

/**
 * The certificate of a project's authority in PEM: valid X.509, its own issuer, always the same for one project of one registry.
 * No service presents a certificate, so it signs nothing else.
 */
export const projectCa = (seed: string, project: string): string => {
  const secret = Buffer.from(drawHash(seed, 'project-ca', project), 'hex');
  const key = createPrivateKey({ key: Buffer.concat([pkcs8Head, secret]), format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' });
  const name = sequence(set(sequence(commonName, utf8(`${project} Project CA`.slice(0, 64)))));
  const serial = Buffer.concat([Buffer.from([1]), Buffer.from(drawHash(seed, 'serial', project).slice(0, 30), 'hex')]);
  const certificate = sequence(
    tagged(0xa0, tagged(0x02, Buffer.from([2]))),
    tagged(0x02, serial),
    ed25519,
    name,
    sequence(utcTime('200101000000Z'), utcTime('491231235959Z')),
    name,
    publicKey,
    tagged(0xa3, sequence(sequence(basicConstraints, tagged(0x01, yes), tagged(0x04, sequence(tagged(0x01, yes)))))),
  );
  const signature = tagged(0x03, Buffer.concat([Buffer.from([0]), sign(null, certificate, key)]));
  return pem(sequence(certificate, ed25519, signature));
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

/** 1.3.101.112, 2.5.4.3 and 2.5.29.19. */
const ed25519 = sequence(objectId('2b6570'));
const commonName = objectId('550403');
const basicConstraints = objectId('551d13');

/** What stands before the 32 bytes of an Ed25519 key in PKCS 8. @see RFC 8410, section 7 */
const pkcs8Head = Buffer.from('302e020100300506032b657004220420', 'hex');

const pem = (der: Buffer): string => {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
};

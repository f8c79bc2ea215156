import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { bits, integer, objectIdentifier, octets, sequence, set, tagged, utcTime, utf8 } from './wire/der';

/** A key with a certificate that signs itself; both are for one process and are never written to a file. */
export type ServerIdentity = {
  /** The private key in PEM. */
  readonly key: string;
  /** The certificate in DER, as the handshake line carries it. */
  readonly certificate: Uint8Array;
};

const ecdsaWithSha256 = sequence(objectIdentifier(1, 2, 840, 10045, 4, 3, 2));
const commonName = objectIdentifier(2, 5, 4, 3);
const subjectAltName = objectIdentifier(2, 5, 29, 17);
const [dayMs, startsBeforeMs, version3] = [86_400_000, 30_000, 2];

/**
 * Makes the identity of a server: P-256, X.509 version 3, `DNS:localhost`, valid from 30 seconds before `nowMs` (epoch
 * milliseconds) for 10 years, which is longer than any apply. The serial is a hash of the key, so that two never collide.
 */
export const makeServerIdentity = (nowMs: number): ServerIdentity => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', {
    namedCurve: 'prime256v1',
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const name = sequence(set(sequence(commonName, utf8('localhost'))));
  const body = sequence(
    tagged(0, integer(Uint8Array.of(version3))),
    integer(computeSerial(publicKey)),
    ecdsaWithSha256,
    name,
    sequence(utcTime(nowMs - startsBeforeMs), utcTime(nowMs + 3650 * dayMs)),
    name,
    publicKey,
    tagged(3, sequence(sequence(subjectAltName, octets(sequence(dnsName('localhost')))))),
  );
  const certificate = sequence(body, ecdsaWithSha256, bits(sign('sha256', body, privateKey)));
  return { key: privateKey, certificate };
};

/** Sixteen bytes of which the first bit is 0: Go refuses a negative serial. */
const computeSerial = (publicKey: Uint8Array): Uint8Array => {
  const serial = createHash('sha256').update(publicKey).digest().subarray(0, 16);
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40;
  return serial;
};

/** The context tag 2 of a general name. */
const dnsName = (host: string): Uint8Array => Buffer.concat([Uint8Array.of(0x82, host.length), Buffer.from(host)]);

/** The first certificate of a text in PEM, in DER; empty where there is none. Never throws. */
export const decodePem = (pem: string): Buffer =>
  Buffer.from(/-----BEGIN CERTIFICATE-----([^-]*)-----END/.exec(pem)?.[1] ?? '', 'base64');

/** The PEM form of a certificate in DER. */
export const encodePem = (certificate: Uint8Array): string =>
  `-----BEGIN CERTIFICATE-----\n${Buffer.from(certificate).toString('base64')}\n-----END CERTIFICATE-----\n`;

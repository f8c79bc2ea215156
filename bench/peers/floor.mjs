// The floor of a provider in Node: what each of its processes needs before it can answer Terraform, and nothing else.
// usage: node floor.mjs nothing|protocol
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

if (process.argv[2] === 'protocol') {
  const { generateKeyPairSync, sign } = require('node:crypto');
  const { privateKey } = generateKeyPairSync('ec', {
    namedCurve: 'prime256v1',
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  sign('sha256', Buffer.from('a certificate'), privateKey);
  require('node:net').createServer();
  require('node:tls').createServer({ ca: [] });
  require('node:http2').createServer();
}

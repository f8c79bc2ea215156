import { createRequire } from 'node:module';
import { join } from 'node:path';
import * as z from 'zod';

const require = createRequire(import.meta.url);

const row = (cells) => `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`;
const table = (head, rows) => [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

const basisWords = {
  documented: 'documented',
  schema: 'from schema',
  inference: 'inference',
  own: 'Forkcast',
};

/** Families of the vendor's API of which no operation is even known by name: a request is answered with 404 path_unknown. */
const absent = [
  ['Account authentication methods, teams and their members', '/v1/account/{account}/...'],
  ['Application users and their tokens', '/v1/organization/{organization}/application-users'],
  ['Billing: addresses, payment methods, invoices of billing groups', '/v1/organization/{organization}/...'],
  ['Customer managed keys and custom clouds', '/v1/organization/{organization}/custom-cloud-environments'],
  ['Domains, identity providers and groups of an organization', '/v1/organization/{organization}/domains'],
  ['Flink: applications in detail, versions, deployments, jobs', '.../service/{service}/flink/...'],
  ['Governance and access requests', '/v1/organization/{organization}/governance'],
  ['Kafka Connect: state of tasks, plugins in detail', '.../service/{service}/connectors/{connector}/status'],
  ['Organization VPCs and their peerings', '/v1/organization/{organization}/vpcs'],
  ['Privatelink in detail: connections and their approval', '.../service/{service}/privatelink/...'],
  ['Schema registry: versions and compatibility of subjects', '.../service/{service}/kafka/schema/...'],
  ['Upgrade pipelines', '/v1/organization/{organization}/upgrade-pipeline'],
];

const placeOf = ({ method, path }) => `\`${method} ${path}\``;

/** Coverage of the vendor's API, and the OpenAPI document of what is served. */
export default (dist) => {
  const { operations, unsimulatedOperations, openApiDocument } = require(join(dist, 'api/index.js'));
  const jsonSchemaOf = (schema, io) => z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  const document = openApiDocument(operations, { version: 'v1', jsonSchemaOf });
  const byPlace = (a, b) => (a.path === b.path ? a.method.localeCompare(b.method) : a.path < b.path ? -1 : 1);
  const vendor = operations.filter(({ basis }) => basis !== 'own').sort(byPlace);
  const own = operations.filter(({ basis }) => basis === 'own').sort(byPlace);
  const served = (entries) =>
    table(
      ['operation', 'method and path', 'follows', 'needs', 'what it does'],
      entries.map((entry) => [entry.id, placeOf(entry), basisWords[entry.basis], entry.needs, entry.summary]),
    );
  const content = `# The API

The registry serves the v1 API of the vendor as far as its clients need it, and operations of its own below \`/v1/forkcast/\`.
\`docs/schema/openapi.json\` describes each request and answer; it is made from the schemas that check the requests.

| | operations |
| --- | --- |
| served, of the vendor | ${vendor.length} |
| served, of Forkcast itself | ${own.length} |
| refused by name | ${unsimulatedOperations.length} |
| absent, families of operations | ${absent.length} |

*follows* tells what the shape and the meaning of an operation were taken from: the vendor's documents, the schemas of its clients
alone (\`from schema\`), or our \`inference\`. *needs* is what a token must allow.

## Served: operations of the vendor

${served(vendor)}

## Served: operations of Forkcast

${served(own)}

## Refused by name

A request is answered with 400 and \`operation_not_simulated\`; its message names the operation.

${table(
  ['operation', 'method and path'],
  [...unsimulatedOperations].sort(byPlace).map((entry) => [entry.id, placeOf(entry)]),
)}

## Absent

A request is answered with 404 and \`path_unknown\`.

${table(
  ['what', 'where'],
  absent.map(([what, where]) => [what, `\`${where}\``]),
)}
`;
  return {
    'docs/api.md': content,
    'docs/schema/openapi.json': `${JSON.stringify(document, null, 2)}\n`,
  };
};

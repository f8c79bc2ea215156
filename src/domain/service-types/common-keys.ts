import type { UserConfigKey } from '../user-config-key';
import { storedKey } from './define-key';

const ipFilter = storedKey('ip_filter', 'array', 'Address blocks that may connect: texts, or objects with a network.', {
  maxItems: 8000,
});

const serviceLog = storedKey('service_log', 'boolean', "Keeps the service's logs for the API and the console.", {
  nullable: true,
});

const staticIps = storedKey('static_ips', 'boolean', 'Uses static public addresses.');

/** Keys of every service type. */
export const everyTypeKeys: readonly UserConfigKey[] = [ipFilter, serviceLog, staticIps];

/** Which components answer on private networks. */
export const privateAccess: UserConfigKey = storedKey(
  'private_access',
  'object',
  'Components reachable from private networks.',
);

/** Which components answer over Privatelink. */
export const privatelinkAccess: UserConfigKey = storedKey(
  'privatelink_access',
  'object',
  'Components reachable through Privatelink.',
);

/** Which components of a service in a VPC answer from the public internet. */
export const publicAccess: UserConfigKey = storedKey(
  'public_access',
  'object',
  'Components of a service in a VPC that are reachable from the internet.',
);

/** The three access keys that most types have. */
export const accessKeys: readonly UserConfigKey[] = [privateAccess, privatelinkAccess, publicAccess];

/** A host name of one's own for the web front end. */
export const customDomain: UserConfigKey = storedKey(
  'custom_domain',
  'string',
  'Host name of your own that points at the web front end.',
  { nullable: true, maxLength: 255 },
);

/** Address records of the newer protocol. */
export const enableIpv6: UserConfigKey = storedKey(
  'enable_ipv6',
  'boolean',
  'Registers AAAA records and accepts IPv6.',
);

/** Copy of an existing server's data at creation. */
export const migration: UserConfigKey = storedKey('migration', 'object', 'Server to migrate data from.', {
  nullable: true,
  secretFields: ['password'],
});

/** Of Kafka and what runs beside it. */
export const gcpAuthAllowedUrls = storedKey(
  'gcp_auth_allowed_urls',
  'array',
  'Addresses that Google authentication may use.',
);
export const saslAllowedUrls = storedKey(
  'sasl_oauthbearer_allowed_urls',
  'array',
  'Addresses that tokens may come from.',
);
export const preferredZones = storedKey('preferred_zones', 'array', 'Zones that nodes are put in first.', {
  maxItems: 10,
});

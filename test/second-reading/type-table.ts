/**
 * What the types of service can do in a fork, read a second time from the reference: the tables of the current API, of the legacy types,
 * of limits by type, and of backup to another region.
 */
export interface SecondType {
  readonly type: string;
  readonly forkable: boolean;
  /** Which recovery key its schema has. */
  readonly key: 'recovery_target_time' | 'recovery_basebackup_name' | null;
  readonly refusesFewerNodes: boolean;
  /** Whether its backups may be copied to another region. */
  readonly region: boolean;
  /** Tiers whose services cannot be forked, and tiers that no fork can be made on. */
  readonly tiers: { readonly source: readonly string[]; readonly fork: readonly string[] };
  /** Whether a fork has the major version of its backup. */
  readonly keepsVersion: boolean;
  /** Every version that may be asked for, with `-` where it is deprecated; none: the reference names none. */
  readonly versions: readonly string[];
}

const rows = `
  pg                 yes  recovery_target_time      -      yes
  mysql              yes  recovery_target_time      -      yes
  opensearch         yes  recovery_basebackup_name  -      yes
  clickhouse         yes  recovery_basebackup_name  nodes  -
  valkey             yes  recovery_basebackup_name  -      yes
  dragonfly          yes  recovery_basebackup_name  -      -
  grafana            yes  recovery_basebackup_name  -      yes
  kafka              -    -                         -      -
  kafka_connect      -    -                         -      -
  kafka_mirrormaker  -    -                         -      -
  flink              -    -                         -      -
  thanos             -    -                         -      -
  cassandra          yes  -                         nodes  -
  redis              yes  recovery_basebackup_name  -      -
  m3db               yes  -                         -      -
  influxdb           yes  recovery_basebackup_name  -      -
  elasticsearch      yes  recovery_basebackup_name  -      -
`;

const limits = `
  pg          source: hobbyist developer  fork: free developer
  mysql       source: free developer      fork: free developer
  opensearch  source: free developer      fork: free developer
  valkey      source: free developer      fork: free developer
`;

const versions = `
  pg          10- 11- 12- 13- 14- 15 16 17 18
  mysql       8- 8.4
  opensearch  1- 2- 2.19 3.3 3.6
  clickhouse  25.3- 25.8 26.3
  valkey      8.1 9.0 9.1
  grafana     11
`;

/** What stands in the row of a type. */
const rowOf = (table: string, type: string): string =>
  table
    .split('\n')
    .map((row) => row.trim())
    .find((row) => row.startsWith(`${type} `))
    ?.slice(type.length)
    .trim() ?? '';

const wordsIn = (text: string): readonly string[] => text.split(/ +/).filter((word) => word !== '');

const tiersOf = (type: string): SecondType['tiers'] => {
  const [source = '', fork = ''] = rowOf(limits, type).replace('source:', '').split('fork:');
  return { source: wordsIn(source), fork: wordsIn(fork) };
};

const keyOf = (text: string): SecondType['key'] =>
  text === 'recovery_target_time' || text === 'recovery_basebackup_name' ? text : null;

/** Every row of the tables. */
export const secondTypes: readonly SecondType[] = rows
  .trim()
  .split('\n')
  .map((row) => row.trim().split(/ +/))
  .map(([type = '', forkable, key = '', nodes, region]) => ({
    type,
    forkable: forkable === 'yes',
    key: keyOf(key),
    refusesFewerNodes: nodes === 'nodes',
    region: region === 'yes',
    tiers: tiersOf(type),
    keepsVersion: ['pg', 'mysql'].includes(type),
    versions: wordsIn(rowOf(versions, type)),
  }));

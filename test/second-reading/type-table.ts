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
  }));

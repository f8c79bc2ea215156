import { organizationRoot, serviceRoot, unsimulated, type UnsimulatedOperation } from './unsimulated-operation';

const plugins = `${organizationRoot}/kafka-connect`;
const flows = `${serviceRoot}/mirrormaker/replication-flows`;
const schema = `${serviceRoot}/kafka/schema`;

/** What the vendor offers of Kafka: connectors, flows, schemas, access rules, quotas. */
export const unsimulatedKafkaOperations: readonly UnsimulatedOperation[] = unsimulated([
  ['ServiceKafkaNativeAclGet', 'GET', `${serviceRoot}/kafka/acl/{kafka_acl_id}`],
  ['ServiceKafkaQuotaDelete', 'DELETE', `${serviceRoot}/quota`],
  ['ServiceKafkaQuotaDescribe', 'GET', `${serviceRoot}/quota/describe`],
  ['ServiceKafkaTieredStorageStorageUsageByTopic', 'GET', `${serviceRoot}/kafka/tiered-storage/storage-usage/by-topic`],
  ['ServiceKafkaTieredStorageStorageUsageTotal', 'GET', `${serviceRoot}/kafka/tiered-storage/storage-usage/total`],
  ['ServiceKafkaTieredStorageSummary', 'GET', `${serviceRoot}/kafka/tiered-storage/summary`],
  ['ServiceKafkaConnectEditConnector', 'PUT', `${serviceRoot}/connectors/{connector_name}`],
  [
    'ServiceKafkaConnectGetConnectorConfiguration',
    'GET',
    `${serviceRoot}/connector-plugins/{connector_name}/configuration`,
  ],
  ['ServiceKafkaConnectGetConnectorStatus', 'GET', `${serviceRoot}/connectors/{connector_name}/status`],
  ['ServiceKafkaConnectPauseConnector', 'POST', `${serviceRoot}/connectors/{connector_name}/pause`],
  ['ServiceKafkaConnectRestartConnector', 'POST', `${serviceRoot}/connectors/{connector_name}/restart`],
  [
    'ServiceKafkaConnectRestartConnectorTask',
    'POST',
    `${serviceRoot}/connectors/{connector_name}/tasks/{task_id}/restart`,
  ],
  ['ServiceKafkaConnectResumeConnector', 'POST', `${serviceRoot}/connectors/{connector_name}/resume`],
  ['KafkaConnectCustomPluginClassGet', 'GET', `${plugins}/custom-plugin-classes/{plugin_class_name}`],
  ['KafkaConnectCustomPluginClassList', 'GET', `${plugins}/custom-plugin-classes`],
  ['KafkaConnectCustomPluginClassListByName', 'GET', `${plugins}/custom-plugins/{plugin_name}/classes`],
  ['KafkaConnectCustomPluginClassUpdate', 'PUT', `${plugins}/custom-plugin-classes/{plugin_class_name}`],
  ['KafkaConnectCustomPluginDelete', 'DELETE', `${plugins}/custom-plugins/{plugin_name}`],
  ['KafkaConnectCustomPluginFileClassList', 'GET', `${plugins}/custom-plugin-files/{plugin_file_id}/classes`],
  ['KafkaConnectCustomPluginFileCreate', 'POST', `${plugins}/custom-plugin-files`],
  ['KafkaConnectCustomPluginFileDelete', 'DELETE', `${plugins}/custom-plugin-files/{plugin_file_id}`],
  ['KafkaConnectCustomPluginFileGet', 'GET', `${plugins}/custom-plugin-files/{plugin_file_id}`],
  ['KafkaConnectCustomPluginFileList', 'GET', `${plugins}/custom-plugin-files`],
  ['KafkaConnectCustomPluginFileListByName', 'GET', `${plugins}/custom-plugins/{plugin_name}/files`],
  ['KafkaConnectCustomPluginFileUpdate', 'PUT', `${plugins}/custom-plugin-files/{plugin_file_id}`],
  ['KafkaConnectCustomPluginGet', 'GET', `${plugins}/custom-plugins/{plugin_name}`],
  ['KafkaConnectCustomPluginList', 'GET', `${plugins}/custom-plugins`],
  ['KafkaConnectCustomPluginUpdate', 'PUT', `${plugins}/custom-plugins/{plugin_name}`],
  ['ServiceKafkaMirrorMakerDeleteReplicationFlow', 'DELETE', `${flows}/{source_cluster}/{target_cluster}`],
  ['ServiceKafkaMirrorMakerGetReplicationFlow', 'GET', `${flows}/{source_cluster}/{target_cluster}`],
  ['ServiceKafkaMirrorMakerPatchReplicationFlow', 'PUT', `${flows}/{source_cluster}/{target_cluster}`],
  ['ServiceSchemaRegistryAclDelete', 'DELETE', `${schema}-registry/acl/{schema_registry_acl_id}`],
  [
    'ServiceSchemaRegistryCompatibility',
    'POST',
    `${schema}/compatibility/subjects/{subject_name}/versions/{version_id}`,
  ],
  ['ServiceSchemaRegistryGlobalConfigGet', 'GET', `${schema}/config`],
  ['ServiceSchemaRegistryGlobalConfigPut', 'PUT', `${schema}/config`],
  ['ServiceSchemaRegistrySchemaGet', 'GET', `${schema}/schemas/ids/{schema_id}`],
  ['ServiceSchemaRegistrySubjectConfigGet', 'GET', `${schema}/config/{subject_name}`],
  ['ServiceSchemaRegistrySubjectConfigPut', 'PUT', `${schema}/config/{subject_name}`],
  ['ServiceSchemaRegistrySubjectDelete', 'DELETE', `${schema}/subjects/{subject_name}`],
  ['ServiceSchemaRegistrySubjectVersionDelete', 'DELETE', `${schema}/subjects/{subject_name}/versions/{version_id}`],
  ['ServiceSchemaRegistrySubjectVersionGet', 'GET', `${schema}/subjects/{subject_name}/versions/{version_id}`],
  ['ServiceSchemaRegistrySubjectVersionPost', 'POST', `${schema}/subjects/{subject_name}/versions`],
  ['ServiceSchemaRegistrySubjectVersionsGet', 'GET', `${schema}/subjects/{subject_name}/versions`],
]);

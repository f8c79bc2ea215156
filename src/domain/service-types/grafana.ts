import type { EngineVersion } from '../service-type';
import { accessKeys, customDomain, everyTypeKeys } from './common-keys';
import { storedKey, versionKey } from './define-key';
import { defineServiceType } from './define-service-type';
import { additionalBackupRegions, forkSourceKeys, recoveryBasebackupName } from './fork-keys';
import { backupsPage, documented, forkPage, newestIsDefault, schemaSource } from './sources';

const versions: readonly EngineVersion[] = [{ version: '11' }];

const providerSecret = { secretFields: ['client_secret'] };

/** Grafana. Its sign-on providers are ordinary settings: only those of OpenSearch are documented as not copied. */
export const grafana = defineServiceType(() => ({
  name: 'grafana',
  title: 'Grafana',
  forkable: true,
  recovery: 'named-backup',
  backupRegion: 'unlisted',
  versionKey: 'grafana_version',
  versions,
  defaultVersion: '11',
  administratorOnly: true,
  userConfig: [
    ...forkSourceKeys,
    recoveryBasebackupName,
    versionKey('grafana_version', versions, { summary: 'Grafana major version.' }),
    additionalBackupRegions,
    ...everyTypeKeys,
    ...accessKeys,
    customDomain,
    storedKey('alerting_enabled', 'boolean', 'Legacy alerting; without effect from version 11.'),
    storedKey('alerting_error_or_timeout', 'string', 'State of a rule after an error.', {
      values: ['alerting', 'keep_state'],
    }),
    storedKey('alerting_max_annotations_to_keep', 'integer', 'Alert annotations kept; 0 keeps all.', {
      minimum: 0,
      maximum: 1_000_000,
    }),
    storedKey('alerting_nodata_or_nullvalues', 'string', 'State of a rule without data.', {
      values: ['alerting', 'keep_state', 'no_data', 'ok'],
    }),
    storedKey('allow_embedding', 'boolean', 'Dashboards may be embedded in other pages.'),
    storedKey('auth_azuread', 'object', 'Sign-on by Azure.', providerSecret),
    storedKey('auth_basic_enabled', 'boolean', 'Shows the built-in login form.'),
    storedKey('auth_generic_oauth', 'object', 'Sign-on by any OAuth provider.', providerSecret),
    storedKey('auth_github', 'object', 'Sign-on by GitHub.', providerSecret),
    storedKey('auth_gitlab', 'object', 'Sign-on by GitLab.', providerSecret),
    storedKey('auth_google', 'object', 'Sign-on by Google.', providerSecret),
    storedKey('cookie_samesite', 'string', 'SameSite attribute of cookies.', { values: ['lax', 'none', 'strict'] }),
    storedKey('dashboard_previews_enabled', 'boolean', 'Previews of dashboards.'),
    storedKey('dashboard_scenes_enabled', 'boolean', 'Dashboards drawn by the Scenes library.'),
    storedKey('dashboards_min_refresh_interval', 'string', 'Shortest refresh of a dashboard, such as 5s.'),
    storedKey('dashboards_versions_to_keep', 'integer', 'Versions kept of each dashboard.', {
      minimum: 1,
      maximum: 100,
    }),
    storedKey('dataproxy_send_user_header', 'boolean', 'Sends the name of the user to data sources.'),
    storedKey('dataproxy_timeout', 'integer', 'Timeout of requests to data sources, in seconds.', {
      minimum: 15,
      maximum: 90,
    }),
    storedKey('date_formats', 'object', 'How dates are written.'),
    storedKey('disable_gravatar', 'boolean', 'Shows no pictures of users.'),
    storedKey('editors_can_admin', 'boolean', 'Editors manage what they created.'),
    storedKey('external_image_storage', 'object', 'Bucket for rendered images.', { secretFields: ['secret_key'] }),
    storedKey('google_analytics_ua_id', 'string', 'Google Analytics id.'),
    storedKey('metrics_enabled', 'boolean', 'Serves its own metrics.'),
    storedKey('oauth_allow_insecure_email_lookup', 'boolean', 'Finds users by their email address.'),
    storedKey('smtp_server', 'object', 'Mail server for notifications.', {
      nullable: true,
      secretFields: ['password'],
    }),
    storedKey('unified_alerting_enabled', 'boolean', 'Unified alerting.'),
    storedKey('user_auto_assign_org', 'boolean', 'New users join the main organization.'),
    storedKey('user_auto_assign_org_role', 'string', 'Role of new users.', { values: ['Admin', 'Editor', 'Viewer'] }),
    storedKey('viewers_can_edit', 'boolean', 'Viewers may edit without saving.'),
    storedKey('wal', 'boolean', 'Write-ahead logging of its own database.'),
  ],
  sources: [
    schemaSource,
    forkPage,
    backupsPage,
    documented('documentation, products/grafana: backups to another region, not among the types of the platform page'),
    newestIsDefault,
  ],
}));

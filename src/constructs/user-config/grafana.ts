// Written from the list of keys in the domain: `UPDATE_GOLDEN=1 npx jest test/constructs/user-config` renews it.
import type { NestedObject, NestedValue } from '../nested';
import type { Expression, ServiceSource } from '../source';

/** Settings of a Grafana service. Keys left out keep the vendor's default. */
export interface GrafanaUserConfig {
  /**
   * Name of the service to fork; read only while the service is created.
   * Bounds: at most 64 characters, create-only.
   */
  readonly serviceToForkFrom?: ServiceSource | string | null;
  /**
   * Name of the project of the service to fork, when it is another project; read only while the service is created.
   * Bounds: at most 63 characters, create-only.
   */
  readonly projectToForkFrom?: string | null;
  /** Name of the backup that the fork is restored from. Bounds: at most 128 characters. */
  readonly recoveryBasebackupName?: string;
  /** Grafana major version. */
  readonly grafanaVersion?: '11' | Expression;
  /**
   * Region of the same provider that backups are copied to; at most one.
   * Bounds: at most 256 characters, at most 1 items.
   */
  readonly additionalBackupRegions?: readonly string[];
  /** Address blocks that may connect: texts, or objects with a network. Bounds: at most 8000 items. */
  readonly ipFilter?: readonly NestedValue[];
  /** Keeps the service's logs for the API and the console. */
  readonly serviceLog?: boolean | Expression | null;
  /** Uses static public addresses. */
  readonly staticIps?: boolean | Expression;
  /** Components reachable from private networks. */
  readonly privateAccess?: NestedObject;
  /** Components reachable through Privatelink. */
  readonly privatelinkAccess?: NestedObject;
  /** Components of a service in a VPC that are reachable from the internet. */
  readonly publicAccess?: NestedObject;
  /** Host name of your own that points at the web front end. Bounds: at most 255 characters. */
  readonly customDomain?: string | null;
  /** Legacy alerting; without effect from version 11. */
  readonly alertingEnabled?: boolean | Expression;
  /** State of a rule after an error. */
  readonly alertingErrorOrTimeout?: 'alerting' | 'keep_state' | Expression;
  /** Alert annotations kept; 0 keeps all. */
  readonly alertingMaxAnnotationsToKeep?: number;
  /** State of a rule without data. */
  readonly alertingNodataOrNullvalues?: 'alerting' | 'keep_state' | 'no_data' | 'ok' | Expression;
  /** Dashboards may be embedded in other pages. */
  readonly allowEmbedding?: boolean | Expression;
  /** Sign-on by Azure. */
  readonly authAzuread?: NestedObject;
  /** Shows the built-in login form. */
  readonly authBasicEnabled?: boolean | Expression;
  /** Sign-on by any OAuth provider. */
  readonly authGenericOauth?: NestedObject;
  /** Sign-on by GitHub. */
  readonly authGithub?: NestedObject;
  /** Sign-on by GitLab. */
  readonly authGitlab?: NestedObject;
  /** Sign-on by Google. */
  readonly authGoogle?: NestedObject;
  /** SameSite attribute of cookies. */
  readonly cookieSamesite?: 'lax' | 'none' | 'strict' | Expression;
  /** Previews of dashboards. */
  readonly dashboardPreviewsEnabled?: boolean | Expression;
  /** Dashboards drawn by the Scenes library. */
  readonly dashboardScenesEnabled?: boolean | Expression;
  /** Shortest refresh of a dashboard, such as 5s. */
  readonly dashboardsMinRefreshInterval?: string;
  /** Versions kept of each dashboard. */
  readonly dashboardsVersionsToKeep?: number;
  /** Sends the name of the user to data sources. */
  readonly dataproxySendUserHeader?: boolean | Expression;
  /** Timeout of requests to data sources, in seconds. */
  readonly dataproxyTimeout?: number;
  /** How dates are written. */
  readonly dateFormats?: NestedObject;
  /** Shows no pictures of users. */
  readonly disableGravatar?: boolean | Expression;
  /** Editors manage what they created. */
  readonly editorsCanAdmin?: boolean | Expression;
  /** Bucket for rendered images. */
  readonly externalImageStorage?: NestedObject;
  /** Google Analytics id. */
  readonly googleAnalyticsUaId?: string;
  /** Serves its own metrics. */
  readonly metricsEnabled?: boolean | Expression;
  /** Finds users by their email address. */
  readonly oauthAllowInsecureEmailLookup?: boolean | Expression;
  /** Mail server for notifications. */
  readonly smtpServer?: NestedObject | null;
  /** Unified alerting. */
  readonly unifiedAlertingEnabled?: boolean | Expression;
  /** New users join the main organization. */
  readonly userAutoAssignOrg?: boolean | Expression;
  /** Role of new users. */
  readonly userAutoAssignOrgRole?: 'Admin' | 'Editor' | 'Viewer' | Expression;
  /** Viewers may edit without saving. */
  readonly viewersCanEdit?: boolean | Expression;
  /** Write-ahead logging of its own database. */
  readonly wal?: boolean | Expression;
}

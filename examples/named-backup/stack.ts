import { Service } from 'forkcast';
import { stackOf } from '../example';
import type { Example } from '../example';

/** One backup of OpenSearch, chosen by name. Single sign-on and integrations are not copied, so the fork declares its own. */
export const namedBackup: Example = (app, options) => {
  const stack = stackOf(app, 'named-backup', options);
  const source = Service.fromRegistry(stack, 'source', { serviceName: 'logs-os', serviceType: 'opensearch' });
  source.fork('fork', {
    serviceName: 'logs-os-audit',
    plan: 'business-4',
    cloudName: 'aws-eu-west-1',
    recovery: { backup: 'backup-20261117t204100000919z' },
    userConfig: {
      saml: {
        enabled: true,
        idp_entity_id: 'https://login.example.com/audit',
        idp_metadata_url: 'https://login.example.com/audit/metadata',
        sp_entity_id: 'logs-os-audit',
        idp_pemtrustedcas_content: '-----BEGIN CERTIFICATE-----\n...\n-----END CERTIFICATE-----\n',
      },
    },
    integrations: [{ integrationType: 'metrics', destinationService: 'metrics-thanos' }],
  });
  return stack;
};

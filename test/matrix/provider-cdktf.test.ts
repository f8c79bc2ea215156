import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { byCdktf, legalExamples, livesThroughProvider } from '../acceptance/example-lives';
import { builtLibrary, configure, withProvider } from '../acceptance/provider-twin';
import { inWorkshop, whenTerraform } from '../acceptance/workshop';
import { repositoryRoot } from '../source-tree';

whenTerraform('every legal example lives through the provider', () => {
  test.each(legalExamples)('%s', (...example) => livesThroughProvider(byCdktf('--skip-provider-lock'), example));
});

whenTerraform('cdktf get', () => {
  test('makes bindings of every resource and data source of the provider', () => {
    inWorkshop('cross-region-fork', (workshop) => {
      const env = withProvider(workshop);
      configure(workshop, { app: 'true', terraformProviders: ['terraform.local/forkcast/forkcast@>= 0.1.0'] });
      expect(workshop.cdktf(['get'], env)).toMatchObject({ code: 0 });
      const bindings = readdirSync(join(workshop.folder, '.gen/providers/forkcast'));
      expect(bindings).toEqual(expect.arrayContaining(['service', 'service-integration', 'data-forkcast-service']));
      const service = readFileSync(join(workshop.folder, '.gen/providers/forkcast/service/index.ts'), 'utf8');
      expect(service).toContain('readonly serviceToForkFrom?: string');
    });
  });
});

const withSecret = `
const { App, TerraformStack } = require(${JSON.stringify(join(repositoryRoot, 'node_modules/cdktf'))});
const { Forkcast, Service } = require(${JSON.stringify(builtLibrary)});
const app = new App();
const stack = new TerraformStack(app, 'secret');
new Forkcast(stack, 'forkcast', { project: 'demo', backend: 'provider' });
new Service(stack, 'pg', {
  serviceType: 'pg', serviceName: 'pg-secret', plan: 'business-4', cloudName: 'google-europe-west1',
  userConfig: { adminPassword: { fromEnvironment: 'SHOP_PASSWORD' } },
});
app.synth();
`;

whenTerraform('a secret', () => {
  test('reaches the service and is in no state, and a second plan is empty', () => {
    inWorkshop('cross-region-fork', (workshop) => {
      const env = { ...withProvider(workshop), SHOP_PASSWORD: 'correct-horse-battery' };
      writeFileSync(join(workshop.folder, 'app.js'), withSecret);
      configure(workshop, { app: `${process.execPath} app.js` });
      const deployed = workshop.cdktf(['deploy', '--auto-approve', '--skip-provider-lock'], env);
      expect(deployed).toMatchObject({ code: 0 });
      const state = readFileSync(join(workshop.folder, 'terraform.secret.tfstate'), 'utf8');
      expect(`${deployed.text}${state}`).not.toContain('correct-horse');
      expect(state).toContain('SHOP_PASSWORD');
      expect(workshop.cdktf(['diff', '--skip-provider-lock'], env).text).toContain('No changes');
    });
  });
});

import { App, TerraformStack } from 'cdktf';
import { Forkcast, Service } from 'forkcast';

const app = new App();
const stack = new TerraformStack(app, 'rehearsal');
new Forkcast(stack, 'forkcast', { project: 'demo' });

new Service(stack, 'fork', {
  serviceType: 'pg',
  serviceName: 'pg-fork',
  plan: 'business-4',
  cloudName: 'aws-eu-central-1',
  userConfig: { serviceToForkFrom: 'source-pg' },
  latestTransaction: true, // or userConfig.recoveryTargetTime; with neither, what the newest base backup holds
});

app.synth();

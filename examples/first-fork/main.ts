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
  userConfig: {
    serviceToForkFrom: 'source-pg',
    // recoveryTargetTime: '2026-11-20T08:00:00Z', any instant of its recovery window
  },
});

app.synth();

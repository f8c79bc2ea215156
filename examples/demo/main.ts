import { App, TerraformStack } from 'cdktf';
import { Forkcast, Service } from 'forkcast';

const app = new App();
const stack = new TerraformStack(app, 'recovery');
new Forkcast(stack, 'forkcast', { project: 'prod' });

const orders = Service.fromRegistry(stack, 'orders', { serviceName: 'orders-pg', serviceType: 'pg' });

orders.fork('investigation', {
  serviceName: 'orders-investigation',
  plan: 'business-4',
  cloudName: 'aws-eu-central-1',
  recovery: { time: '2026-11-18T09:00:00Z' },
});

app.synth();

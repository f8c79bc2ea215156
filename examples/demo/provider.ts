import { App, TerraformStack, TerraformVariable } from 'cdktf';
import { Forkcast, Service } from 'forkcast';

const app = new App();
const stack = new TerraformStack(app, 'recovery');
new Forkcast(stack, 'forkcast', { project: 'prod', backend: 'provider' });

const time = new TerraformVariable(stack, 'recovery_time', { type: 'string' });
const orders = Service.fromRegistry(stack, 'orders', { serviceName: 'orders-pg', serviceType: 'pg' });

orders.fork('investigation', {
  serviceName: 'orders-investigation',
  plan: 'business-4',
  cloudName: 'aws-eu-central-1',
  recovery: { time: time.stringValue },
});

app.synth();

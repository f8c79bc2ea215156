import { serve } from '../../../src/provider/protocol/transport';

serve({
  address: 'registry.terraform.io/hashicorp/null',
  load: async (ports) => (await import('./null-provider.js')).nullService(ports),
});

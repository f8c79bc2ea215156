import { providerStories } from './provider-stories';
import { ProviderWorkshop } from './provider-workshop';
import { whenProgram } from './workshop';

for (const program of ['terraform', 'tofu'] as const)
  whenProgram(program)(`the provider, driven by ${program}`, () => {
    let shop: ProviderWorkshop;
    beforeEach(async () => {
      shop = await ProviderWorkshop.open(program);
    });
    afterEach(() => shop.close());

    test.each(Object.entries(providerStories))('%s', (_what, play) => play(shop, program));
  });

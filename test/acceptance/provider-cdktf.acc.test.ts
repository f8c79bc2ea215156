import { byTerraform, livesThroughProvider } from './example-lives';
import { synthesizedHcl, terraformIn, withProvider } from './provider-twin';
import { inWorkshop, whenTerraform } from './workshop';

whenTerraform('an example whose backend is the provider', () => {
  test('cross-region-fork is deployed offline, has nothing left to do, and is destroyed', () => {
    livesThroughProvider(byTerraform, ['cross-region-fork', 'pg-fork', 'demo/source-pg']);
  });

  test('is written as HCL that terraform finds valid, and refuses at plan, at its attribute', () => {
    inWorkshop('cross-region-fork', (workshop) => {
      const env = withProvider(workshop);
      const folder = synthesizedHcl(workshop, 'cross-region-fork', env);
      expect(terraformIn(folder, env, 'init', '-input=false')).toMatchObject({ code: 0 });
      expect(terraformIn(folder, env, 'validate', '-no-color').text).toContain('The configuration is valid');
      expect(workshop.forkcast('service', 'terminate', 'source-pg', '--project', 'demo', '--force').code).toBe(0);
      const planned = terraformIn(folder, env, 'plan', '-no-color', '-input=false');
      expect(planned.code).toBe(1);
      expect(planned.text).toMatch(/service_to_fork_from = "source-pg"/);
      expect(planned.text).toContain('source/terminated');
    });
  });
});

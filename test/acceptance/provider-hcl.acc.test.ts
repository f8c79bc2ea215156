import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../source-tree';
import { terraformIn, withProvider } from './provider-twin';
import { inWorkshop, whenTerraform } from './workshop';

whenTerraform('the example in plain HCL', () => {
  test('is valid, planned, made, and left alone; a wrong cloud is refused at its line', () => {
    inWorkshop('cross-region-fork', (workshop) => {
      const env = withProvider(workshop);
      const file = join(workshop.folder, 'main.tf');
      copyFileSync(join(repositoryRoot, 'examples/provider/main.tf'), file);
      const terraform = (...words: readonly string[]) => terraformIn(workshop.folder, env, ...words);
      expect(terraform('init', '-input=false')).toMatchObject({ code: 0 });
      expect(terraform('validate', '-no-color').text).toContain('The configuration is valid');
      const legal = readFileSync(file, 'utf8');
      writeFileSync(file, legal.replace('"aws-eu-central-1"', '"aws-eu-central"'));
      const refused = terraform('plan', '-no-color', '-input=false');
      expect(refused.code).toBe(1);
      expect(refused.text).toMatch(/cloud_name +=[^]*placement\/cloud-unknown/);
      writeFileSync(file, legal);
      const made = terraform('apply', '-auto-approve', '-no-color', '-input=false');
      expect(made).toMatchObject({ code: 0 });
      expect(made.text).toMatch(/recovery_point = "2026-11-20T/);
      expect(workshop.services()).toMatch(/^pg-fork .* RUNNING .* demo\/source-pg$/m);
      expect(terraform('plan', '-no-color', '-input=false', '-detailed-exitcode')).toMatchObject({ code: 0 });
    });
  });
});

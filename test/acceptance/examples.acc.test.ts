import { inWorkshop, whenTerraform } from './workshop';

whenTerraform('a legal example is deployed, has nothing left to do, and is destroyed', () => {
  test.each([
    ['cross-region-fork', 'pg-fork', 'demo/source-pg'],
    ['point-in-time', 'orders-before-accident', 'shop-production/orders-pg'],
    ['named-backup', 'logs-os-audit', 'demo/logs-os'],
    ['secondary-region', 'billing-pg-recovered', 'demo/billing-pg'],
    ['rename-by-fork', 'customers-pg', 'demo/pg-test-2'],
    ['source-and-fork-in-one-plan', 'tenant-1-mysql', 'demo/template-mysql'],
  ])('%s', (example, fork, source) => {
    inWorkshop(example, (workshop) => {
      const before = workshop.services();
      expect(workshop.cdktf(['deploy', '--auto-approve'])).toMatchObject({ code: 0 });
      expect(workshop.services()).toMatch(new RegExp(`^${fork} .* RUNNING .* ${source}$`, 'm'));
      expect(workshop.cdktf(['diff']).text).toContain('No changes');
      expect(workshop.cdktf(['destroy', '--auto-approve'])).toMatchObject({ code: 0 });
      expect(workshop.services()).toBe(before);
    });
  });
});

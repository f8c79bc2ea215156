import { inWorkshop, whenTerraform } from './workshop';

whenTerraform('the life of a fork', () => {
  test('upgrade-rehearsal, whose second deploy upgrades the fork and keeps it', () => {
    inWorkshop('upgrade-rehearsal', (workshop) => {
      const versionOf = (service: string): string =>
        /"pg_version": "(\d+)"/.exec(
          workshop.forkcast('service', 'get', service, '--project', 'demo', '--format', 'json').text,
        )?.[1] ?? '';
      expect(workshop.cdktf(['deploy', '--auto-approve'])).toMatchObject({ code: 0 });
      expect(versionOf('crm-pg-rehearsal')).toBe('16');
      expect(workshop.cdktf(['deploy', '--auto-approve'], { REHEARSE: '17' }).text).toContain('updating in place');
      expect(versionOf('crm-pg-rehearsal')).toBe('17');
      expect(versionOf('crm-pg')).toBe('16');
    });
  });

  test('a fork that exists is not judged again: after 40 days, its source gone, there is nothing to do', () => {
    inWorkshop('cross-region-fork', (workshop) => {
      expect(workshop.cdktf(['deploy', '--auto-approve'])).toMatchObject({ code: 0 });
      expect(workshop.forkcast('registry', 'advance', '40d')).toMatchObject({ code: 0 });
      expect(workshop.forkcast('service', 'terminate', 'source-pg', '--project', 'demo', '--force')).toMatchObject({
        code: 0,
      });
      expect(workshop.cdktf(['synth'])).toMatchObject({ code: 0 });
      expect(workshop.cdktf(['diff']).text).toContain('No changes');
    });
  });
});

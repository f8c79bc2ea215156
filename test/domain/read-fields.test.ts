import { fieldNames, known, requestFields } from '../../src/domain';
import { ServiceResource } from '../../src/domain/service-resource';

describe('the fields of a declared service', () => {
  test('are read by their names in the API, each as its kind', () => {
    const by = (kind: string) => (name: string) => known(`${kind} ${name}` as never);
    const read = requestFields({
      text: by('text'),
      number: by('number'),
      truth: by('truth'),
      texts: by('texts'),
      map: by('map'),
    });
    expect(read.maintenanceDow).toEqual(known('text maintenance_window_dow'));
    expect(read.diskSpaceMb).toEqual(known('number disk_space_mb'));
    expect(read.powered).toEqual(known('truth powered'));
    expect(read.techEmails).toEqual(known('texts tech_emails'));
    expect(read.tags).toEqual(known('map tags'));
  });

  test('may all be left out, and those that are no texts take none', () => {
    const least = {
      ...{ project: 'demo', service_name: 'shop', service_type: 'pg', user_config: {} },
      ...{ on_fork_change: 'refuse', create_timeout: '20m', stack: 'shop', path: 'shop/db' },
    };
    expect(ServiceResource.safeParse(least).success).toBe(true);
    for (const name of fieldNames.all) {
      const accepts = ServiceResource.safeParse({ ...least, [name]: 'a text' }).success;
      expect([name, accepts]).toEqual([name, !fieldNames.untexted.includes(name)]);
    }
  });
});

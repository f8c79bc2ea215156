import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { aShellWithOrders } from './a-registry';
import { json } from './a-terminal';

const plans = join(__dirname, '../intake/plans');

describe('check of Terraform plans', () => {
  const shell = aShellWithOrders();
  const take = (...files: readonly string[]): string => {
    for (const file of files) copyFileSync(join(plans, file), join(shell.folder.path, file));
    return files.join(' ');
  };

  test("the vendor's published sample ends with 1 and names the cloud that was meant", async () => {
    const { exitCode, out } = await shell.run(`check ${take('published-sample.json')}`);
    expect(exitCode).toBe(1);
    expect(out).toMatch(/^error +placement\/cloud-unknown +aiven_pg\.forked_pg › cloud_name$/m);
    expect(out).toContain('aws-eu-central-1');
  });

  test('several inputs are judged together', async () => {
    const ran = await shell.run(`check ${take('pg-moved.json', 'state.json')} --format json`);
    expect(json(ran)).toMatchObject({
      services: [
        { address: 'aiven_pg.rehearsal' },
        { address: 'aiven_pg.source' },
        { address: 'module.eu.aiven_pg.fork' },
      ],
    });
  });

  test('what is no plan ends with 2 and the way to make one', async () => {
    const { exitCode, err } = await shell.run('check nowhere.json');
    expect([exitCode, err]).toEqual([2, expect.stringContaining('nowhere.json')]);
  });
});

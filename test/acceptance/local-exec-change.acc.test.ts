import { aCreate } from '../registry/world';
import { fork, Ground } from './ground';
import { told } from './told';
import { whenTerraform } from './workshop';

whenTerraform('a live service that commands made', () => {
  test('keeps the tags and the protection that nobody declares, and its name', async () => {
    const ground = await Ground.open();
    const apply = async () => told(await ground.terraform(['apply', '-auto-approve']));
    const live = () => ground.world.registry.findService(fork);
    const declare = (props: object, isBlind = true) =>
      ground.synth({ reh: [{ id: 'fork', props: { ...props } }] }, isBlind);
    try {
      await declare({ tags: { team: 'orders' } });
      expect(await apply()).toBe('3 added, 0 changed, 0 destroyed');
      ground.write();
      ground.world.run(
        { type: 'ReplaceTags', ...fork, tags: { team: 'billing', cost: '4711' } },
        { type: 'UpdateService', ...fork, terminationProtection: true },
      );
      await declare({ plan: 'business-8' });
      expect(await apply()).toBe('1 added, 1 changed, 1 destroyed');
      expect(live()).toMatchObject({ facts: { plan: 'business-8', tags: { team: 'billing', cost: '4711' } } });
      expect(live()?.facts.terminationProtection).toBe(true);
      await declare({ plan: 'business-8', tags: {}, terminationProtection: false });
      expect(await apply()).toBe('1 added, 1 changed, 1 destroyed');
      expect(live()).toMatchObject({ facts: { tags: {}, terminationProtection: false } });

      const renamed = { plan: 'business-8', serviceName: 'pg-other' };
      expect(told(await declare(renamed, false))).toBe('error: lifecycle/destroyed-and-remade');
      await declare(renamed);
      expect(await apply()).toBe(
        'error: This declaration was applied as demo/pg-fork; the configuration now says demo/pg-other',
      );
      expect(ground.fate()).toBe('lives, and so does its row');
    } finally {
      ground.close();
    }
  });

  test('does not change for another spelling of its recovery time, nor another order of its filter', async () => {
    const ground = await Ground.open();
    const declare = (recoveryTargetTime: string, ipFilter: readonly string[]) =>
      ground.synth({
        reh: [{ id: 'fork', props: { userConfig: { serviceToForkFrom: 'orders', recoveryTargetTime, ipFilter } } }],
      });
    try {
      ground.world.run(aCreate());
      ground.world.advance(3 * 86_400_000);
      await declare('2026-11-02T01:00:00+01:00', ['10.0.0.0/8', '1.1.1.1/32']);
      expect(told(await ground.terraform(['apply', '-auto-approve']))).toBe('3 added, 0 changed, 0 destroyed');
      for (const time of ['2026-11-02 00:00Z', '2026-11-02T00:00:00.000Z', '2026-11-02T00:00:00Z']) {
        await declare(time, ['1.1.1.1/32', '10.0.0.0/8']);
        expect(told(await ground.terraform(['plan']))).toBe('No changes');
      }
    } finally {
      ground.close();
    }
  });
});

import { readAll, type Given } from '../inputs';
import type { SentTo, RegistryClient, ServiceBody } from '../../api';
import { serviceTypes, type JsonObject, given } from '../../domain';
import type { CommandDefinition, Context } from '../command';
import { reach } from '../command';
import { confirm } from '../confirm';
import { UsageError } from '../errors';
import { findService } from '../find-service';
import type { Inputs } from '../inputs';
import { maintenanceInputs, readMaintenance } from '../maintenance-inputs';
import { parseSettings } from '../settings';
import { madeResult } from './service-create';
import { holderText } from '../show/owner';

/** `forkcast service update`, with the flags of the vendor's command. */
export const serviceUpdate: CommandDefinition = {
  name: 'service update',
  summary: 'change a service',
  examples: {
    'forkcast service update orders -p business-8': 'another plan',
    'forkcast service update orders -c pg_version=17': 'another version: a fork is the place to try it first',
    'forkcast service update orders --maintenance-dow sunday --maintenance-time 04:30:00':
      'when updates may be installed, in UTC',
    'forkcast service update orders --power-off': 'stop it; its backups stay',
  },
  place: 'project',
  declare: (inputs) => {
    const name = inputs.argument('name', 'the service');
    const flags = updateInputs(inputs);
    return async (context) => {
      const wanted = readAll(flags);
      const { project, client } = await reach(context);
      const found = await findService(client, project, name());
      const { service_type: type } = found;
      const settings = parseSettings(type, wanted.settings, found.user_config);
      const both = wanted.removed.find((key) => settings[key] !== undefined);
      if (both !== undefined) throw new UsageError(`-c ${both} and --remove-option ${both} exclude each other.`);
      const removed = Object.fromEntries(wanted.removed.map((key) => [key, null]));
      const body = buildBody({ ...settings, ...removed }, wanted);
      if (Object.keys(body).length === 0) {
        throw new UsageError('Nothing to change was given: see forkcast service update --help.');
      }
      const { expectSeen } = await import('../../engine/index.js');
      await confirmHeld(context, project, found);
      if (body.powered === false) await warnOfLoss(context, client, project, found);
      await checkVersion(context, client, project, { found, asked: body.user_config ?? {} });
      return madeResult(project, await client.updateService(project, name(), body, expectSeen(found)), 'updated');
    };
  },
};

/** What a stack holds may be changed beside it; a person is asked, and a script is told. */
const confirmHeld = async (context: Context, project: string, service: ServiceBody): Promise<void> => {
  if (!service.forkcast?.ownership?.owner) return;
  const { service_name: name } = service;
  const held = `${project}/${name} is held by ${holderText(service) ?? ''}: its next plan may change this back.`;
  await askPerson(context, { what: `Changing ${name}`, told: held, asked: `${held} Change it?`, word: name });
};

/** A person is asked before it is done; a script is told, and goes on. */
const askPerson = async (
  context: Context,
  { what, told, asked, word }: Readonly<Record<'what' | 'told' | 'asked' | 'word', string>>,
): Promise<void> => {
  const { isInteractive, env } = context.terminal;
  if (!isInteractive) context.log(told);
  const given = !isInteractive || env['AIVEN_FORCE'] === 'true';
  await confirm(context, { what, ask: `${asked} Type its name`, word, flag: 'AIVEN_FORCE=true', given });
};

/** Before a power-off: until when it may stay off, and what it would lose. A person is asked about a loss, and a script is told. */
const warnOfLoss = async (
  context: Context,
  client: RegistryClient,
  project: string,
  service: ServiceBody,
): Promise<void> => {
  const { powerOffLoss, removalText } = await import('../power-off-loss.js');
  const removal = removalText(service);
  if (removal !== undefined) context.log(removal);
  const loss = await powerOffLoss(client, project, service);
  if (loss === undefined) return;
  const { service_name: word } = service;
  const [what, asked] = [`Powering off ${word}`, `${loss} Power it off?`];
  await askPerson(context, { what, told: `warning: ${loss}`, asked, word });
};

/**
 * Before an upgrade: what the vendor's check finds. Its "no" is the registry's to repeat. A person is asked where it ends backups, and a
 * script is told.
 */
const checkVersion = async (
  context: Context,
  client: RegistryClient,
  project: string,
  { found, asked }: { readonly found: ServiceBody; readonly asked: JsonObject },
): Promise<void> => {
  const key = Object.keys(asked).find((name) => name.endsWith('_version') && found.user_config[name] !== undefined);
  const version = key === undefined ? undefined : asked[key];
  if (key === undefined || typeof version !== 'string' || version === found.user_config[key]) return;
  const task = await client.checkUpgrade(project, found.service_name, version);
  context.log(`upgrade_check: ${task.result}`);
  const { service_type: type, service_name: word, backups } = found;
  const isLast = serviceTypes.some(({ name, forkKeepsMajorVersion }) => name === type && forkKeepsMajorVersion);
  if (!task.success || !isLast || backups.length === 0) return;
  const told = `warning: the upgrade ends what ${project}/${word} can be restored to. Fork it first to keep an earlier state.`;
  await askPerson(context, { what: `Upgrading ${word}`, told, asked: 'Upgrade it?', word });
};

const updateInputs = (inputs: Inputs) => ({
  plan: inputs.text('-p, --plan <plan>', 'another plan'),
  cloud: inputs.text('--cloud <cloud>', 'migrate it to this cloud region'),
  diskGib: inputs.count('--disk-space-gib <gib>', 'another disk'),
  settings: inputs.textList('-c <key=value>', 'a setting of user_config; repeat it'),
  removed: inputs.textList('--remove-option <key>', 'a setting back to its default; repeat it'),
  ...maintenanceInputs(inputs),
  powerOn: inputs.flag('--power-on', 'start it'),
  powerOff: inputs.flag('--power-off', 'stop it'),
  protect: inputs.flag('--enable-termination-protection', 'it cannot be terminated or powered off by mistake'),
  unprotect: inputs.flag('--disable-termination-protection', 'it can'),
});

const buildBody = (settings: JsonObject, wanted: Given<ReturnType<typeof updateInputs>>): SentTo<'ServiceUpdate'> => {
  const { plan, cloud, diskGib, powerOn, powerOff, protect, unprotect } = wanted;
  return given({
    plan,
    cloud,
    disk_space_mb: diskGib && diskGib * 1024,
    powered: chooseOne(powerOn, powerOff, '--power-on and --power-off'),
    ...readMaintenance(wanted),
    termination_protection: chooseOne(
      protect,
      unprotect,
      '--enable-termination-protection and --disable-termination-protection',
    ),
    user_config: Object.keys(settings).length === 0 ? undefined : settings,
  });
};

const chooseOne = (on: boolean, off: boolean, names: string): boolean | undefined => {
  if (on && off) throw new UsageError(`${names} exclude each other.`);
  return on || off ? on : undefined;
};

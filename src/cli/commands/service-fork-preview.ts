import { checkOnePoint } from './service-create';
import { readAll, type Given } from '../inputs';
import type { SentTo } from '../../api';
import { codeLanguages, given } from '../../domain';
import type { CommandDefinition } from '../command';
import { done, reach, stopped } from '../command';
import type { Inputs } from '../inputs';
import { meantText } from '../meant-time';
import { parseSettings, parseTags } from '../settings';
import { findService } from '../find-service';
import { previewText } from '../show/preview';
import { warnOfZone } from '../zone-warning';

/** `forkcast service fork-preview`, with the flags of `service create` and of its fork. */
export const serviceForkPreview: CommandDefinition = {
  name: 'service fork-preview',
  summary: 'tell what a fork would hold, from when it would run, or why it would be refused',
  about:
    'The registry decides the create as it would decide the real one, and keeps nothing of it. What no flag says is as in the ' +
    'source. A token that may read is enough. A registry that is served tells what the rules say, too.',
  examples: {
    'forkcast service fork-preview orders --latest-transaction': 'a fork of all that was written until now',
    'forkcast service fork-preview orders -p startup-4 --cloud aws-eu-central-1': 'would it fit, and be allowed there?',
    'forkcast service fork-preview orders --name orders-noon --recovery-target-time 2026-11-19T12:00:00Z --as typescript':
      'the construct of it; also hcl, cli and curl',
  },
  exitCodes: { 1: 'the fork would be refused' },
  place: 'project',
  declare: (inputs) => {
    const source = inputs.argument('source', 'the service to fork');
    const flags = previewInputs(inputs);
    const language = inputs.choice(
      '--as <language>',
      'print it as code, ready to copy, in the place of the preview; with --format json in all languages',
      codeLanguages,
    );
    return async (context) => {
      const { project, client } = await reach(context);
      const { service_type: type } = await findService(client, project, source());
      const wanted = readAll(flags);
      const time = await meantText(context, wanted.time);
      warnOfZone(context, time ?? parseSettings(type, wanted.settings)['recovery_target_time']);
      const body = buildBody(type, { ...wanted, time });
      const call = { at: { project, service: source() }, body, query: null };
      const as = language();
      if (as !== undefined) {
        const code = await client.ask('ForkRequestText', call);
        return done(code[as], { project, ...code });
      }
      const preview = await client.ask('ForkPreview', call);
      const tell = preview.possible ? done : stopped;
      return tell(previewText(preview), { project, preview });
    };
  },
};

const previewInputs = (inputs: Inputs) => ({
  name: inputs.text('--name <name>', 'the name of the fork (default: one that is free)'),
  project: inputs.text('--target-project <project>', "the project of the fork (default: the source's)"),
  plan: inputs.text('-p, --plan <plan>', "the plan (default: the source's)"),
  cloud: inputs.text('--cloud <cloud>', "the cloud region (default: the source's, or where the copies lie)"),
  diskGib: inputs.count('--disk-space-gib <gib>', "the disk (default: the plan's)"),
  settings: inputs.textList('-c <key=value>', 'a setting of user_config; repeat it'),
  tags: inputs.textList('--tag <key=value>', 'a tag; repeat it'),
  copyTags: inputs.flag('--copy-tags', 'with the tags of the source'),
  protected: inputs.flag('--enable-termination-protection', 'it could not be terminated or powered off by mistake'),
  time: inputs.text('--recovery-target-time <time>', 'the state of this instant (pg, mysql)'),
  backup: inputs.text('--recovery-basebackup-name <name>', 'this backup (the other types)'),
  latestTransaction: inputs.flag(
    '--latest-transaction',
    'all that was written, as far as the location holds it (pg, mysql)',
  ),
  from: inputs.choice('--from <location>', 'insist on this backup location', ['primary', 'secondary']),
});

const buildBody = (
  type: string,
  { settings, tags, diskGib, ...wanted }: Given<ReturnType<typeof previewInputs>>,
): SentTo<'ForkPreview'> => {
  checkOnePoint(wanted);
  return {
    ...given({
      service_name: wanted.name,
      project: wanted.project,
      plan: wanted.plan,
      cloud: wanted.cloud,
      disk_space_mb: diskGib && diskGib * 1024,
      recovery_target_time: wanted.time,
      recovery_basebackup_name: wanted.backup,
      from: wanted.from,
      latest_transaction: wanted.latestTransaction || undefined,
      copy_tags: wanted.copyTags || undefined,
      termination_protection: wanted.protected || undefined,
    }),
    user_config: parseSettings(type, settings),
    tags: parseTags(tags),
  };
};

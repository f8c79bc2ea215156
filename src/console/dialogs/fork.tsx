import { useState } from 'preact/hooks';
import type { ForkPreviewBody } from '../../api';
import { counted, megabytesWords, toRfc3339, type JsonObject } from '../../domain';
import { useAccess } from '../access';
import { go, setQuery, useApp } from '../app';
import { spellInstants } from '../../time';
import { Code } from '../panels/code';
import { useResting } from '../resting';
import type { ServiceData } from '../service-data';
import { useAct } from './act';
import { Dialog, Field } from './dialog';
import { Foot } from './foot';
import {
  askDisk,
  askFork,
  fieldOfRefusal,
  findDiskFault,
  findTimeFault,
  readDraft,
  type ForkDraft,
} from './fork-draft';
import { ForkPreview, usePreview, type Previewed } from './fork-preview';
import { SourceChoices, VersionChoices } from './fork-choices';
import { useOffer, useReasons } from './offer';
import { Select } from './select';
import { TimeField } from './time-field';

/** New database fork: each change is previewed, what is not possible says why, and the same stands there as code. */
export const ForkDialog = ({ data, onClose }: { readonly data: ServiceData; readonly onClose: () => void }) => {
  const app = useApp();
  const draft = readDraft(app.route.value.query, data);
  const change = (changes: Readonly<Record<string, string | undefined>>): void => setQuery(app, changes);
  const [readable, setReadable] = useState(true);
  const act = useAct();
  const access = useAccess(draft.project);
  const timeFault = findTimeFault(draft, data);
  const unread = Number(timeFault !== undefined || !readable) + Number(findDiskFault(draft.disk) !== undefined);
  const body = useResting(JSON.stringify(askFork(draft)), 250);
  const waits = body !== JSON.stringify(askFork(draft));
  const preview = usePreview(data, body, waits || unread > 0);
  const faults = countFaults(preview, unread);
  const create = (): void =>
    act.run(async () => {
      await app.client.createService(draft.project, createBody(draft, data));
      go(app, { page: 'service', project: draft.project, service: draft.name, tab: 'time-line' });
    });
  return (
    <Dialog wide title={`New database fork of ${data.service.service_name}`} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          create();
        }}
      >
        <SourceChoices data={data} draft={draft} onChange={change} />
        <VersionChoices data={data} draft={draft} onChange={change} />
        {draft.version === 'time' && (
          <TimeField
            at={draft.at}
            now={data.story.now}
            onAt={(at) => change({ at: toRfc3339(at) })}
            fault={timeFault ?? refusalFor(preview, 'time')}
            onReadable={setReadable}
          />
        )}
        <Target data={data} draft={draft} preview={preview} onChange={change} />
        <ForkPreview preview={preview} />
        <details>
          <summary class="hint">The same as code: declared code is the way, this button is the rehearsal</summary>
          <Code data={data} body={askFork(draft)} waits={waits} />
        </details>
        <Foot act={act} onClose={onClose} denied={access.write ?? faults}>
          Create fork
        </Foot>
      </form>
    </Dialog>
  );
};

/** Of what the registry refuses it names the first; the rules name all that they see. */
const countFaults = (preview: Previewed, unread: number): string | undefined => {
  const count =
    unread > 0 ? unread : preview.kind === 'ready' ? countRefused(preview.answer) : Number(preview.kind === 'failed');
  if (count === 0) return preview.kind === 'ready' ? undefined : 'The preview is asked for.';
  return `${counted(count, 'thing')} to mend before this can be made`;
};

const countRefused = ({ refusals, findings }: ForkPreviewBody): number =>
  refusals.length === 0
    ? 0
    : Math.max(refusals.length, (findings ?? []).filter(({ severity }) => severity === 'error').length);

const refusalFor = (preview: Previewed, field: ReturnType<typeof fieldOfRefusal>): string | undefined =>
  preview.kind === 'ready'
    ? preview.answer.refusals
        .filter(({ error_code }) => fieldOfRefusal(error_code) === field)
        // Sizes as the field takes them.
        .map(({ message }) =>
          spellInstants(message).replace(/\b\d+ MB\b/g, (size) => megabytesWords(parseInt(size))),
        )[0]
    : undefined;

const createBody = (draft: ForkDraft, { project, service }: ServiceData) => {
  const isElsewhere = draft.project !== project;
  const fromSecond = draft.source === 'secondary';
  return {
    service_name: draft.name,
    service_type: service.service_type,
    ...(fromSecond
      ? {}
      : {
          plan: draft.plan === '' ? service.plan : draft.plan,
          cloud: draft.cloud === '' ? service.cloud_name : draft.cloud,
        }),
    ...askDisk(draft.disk),
    user_config: {
      service_to_fork_from: service.service_name,
      ...(isElsewhere ? { project_to_fork_from: project } : {}),
      ...(draft.version === 'time' ? { recovery_target_time: toRfc3339(draft.at) } : {}),
      ...(draft.version === 'backup' ? { recovery_basebackup_name: draft.backup } : {}),
    } satisfies JsonObject,
    forkcast: {
      from: draft.source,
      ...(draft.version === 'latest' && !draft.backupsOnly ? { latest_transaction: true } : {}),
    },
  };
};

interface TargetProps {
  readonly data: ServiceData;
  readonly draft: ForkDraft;
  readonly preview: Previewed;
  readonly onChange: (changes: Readonly<Record<string, string | undefined>>) => void;
}

const Target = ({ data, draft, preview, onChange }: TargetProps) => {
  const { service, regions } = data;
  const offer = useOffer(draft.project, service.service_type);
  const { clouds = [], plans = [], projects = [draft.project] } = offer.kind === 'ready' ? offer.value : {};
  const reasons = useReasons(data, draft.project, offer);
  const fixed = draft.source === 'secondary';
  const ownCloud = fixed ? (regions.cloud ?? '') : service.cloud_name;
  const fault = (field: 'cloud' | 'plan') => (fixed ? undefined : refusalFor(preview, field));
  return (
    <div class="columns">
      <Field name="name" label="Name" fault={refusalFor(preview, 'name')}>
        <input
          id="name"
          value={draft.name}
          spellcheck={false}
          aria-describedby="name-fault"
          onInput={(event) => onChange({ name: event.currentTarget.value })}
        />
      </Field>
      <Select
        name="project"
        label="Project"
        value={draft.project}
        options={projects}
        fault={refusalFor(preview, 'project')}
        onChoose={(project) => onChange({ project })}
      />
      <Select
        name="cloud"
        label="Cloud"
        disabled={fixed}
        value={fixed || draft.cloud === '' ? ownCloud : draft.cloud}
        options={withReasons([ownCloud, ...clouds], reasons.cloud)}
        fault={fault('cloud')}
        hint={fixed ? 'A secondary backup is restored where it is kept.' : undefined}
        onChoose={(cloud) => onChange({ cloud })}
      />
      <Select
        name="plan"
        label="Plan"
        disabled={fixed}
        value={fixed || draft.plan === '' ? service.plan : draft.plan}
        options={withReasons([service.plan, ...plans], reasons.plan)}
        fault={fault('plan')}
        hint={fixed ? 'It gets the plan of its source.' : undefined}
        onChoose={(plan) => onChange({ plan })}
      />
      <DiskField draft={draft} fault={findDiskFault(draft.disk) ?? refusalFor(preview, 'disk')} onChange={onChange} />
    </div>
  );
};

const withReasons = (names: readonly string[], reasons: ReadonlyMap<string, string>) =>
  [...new Set(names)].map((name) => ({ value: name, words: name, denied: reasons.get(name) }));

const DiskField = ({
  draft,
  fault,
  onChange,
}: Pick<TargetProps, 'draft' | 'onChange'> & { readonly fault: string | undefined }) => (
  <Field name="disk" label="Disk in GB" fault={fault}>
    <input
      id="disk"
      inputMode="numeric"
      placeholder="that of the plan"
      value={draft.disk}
      onInput={(event) => onChange({ disk: event.currentTarget.value === '' ? undefined : event.currentTarget.value })}
    />
  </Field>
);

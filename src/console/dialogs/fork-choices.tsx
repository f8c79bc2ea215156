import type { ServiceData } from '../service-data';
import { writeShort } from '../../time';
import type { ForkDraft } from './fork-draft';
import { Select } from './select';

interface ChoiceProps {
  readonly data: ServiceData;
  readonly draft: ForkDraft;
  readonly onChange: (changes: Readonly<Record<string, string | undefined>>) => void;
}

const Choice = ({
  group,
  value,
  chosen,
  title,
  about,
  denied,
  onChoose,
}: {
  readonly group: string;
  readonly value: string;
  readonly chosen: boolean;
  readonly title: string;
  readonly about: string;
  readonly denied?: string | undefined;
  readonly onChoose: () => void;
}) => (
  <label class="choice">
    <input
      type="radio"
      name={group}
      value={value}
      checked={chosen}
      disabled={denied !== undefined}
      onChange={onChoose}
    />
    <span>
      {title} <span class="faint">{denied ?? about}</span>
    </span>
  </label>
);

/** Where the backup is read from. */
export const SourceChoices = ({ data, draft, onChange }: ChoiceProps) => {
  const { story, regions } = data;
  const [first, second] = story.lanes;
  const denied =
    second === undefined
      ? 'none is set'
      : second.window === null
        ? `nothing is copied yet (${regions.status})`
        : undefined;
  return (
    <fieldset>
      <legend>Source backup location</legend>
      <div class="choices">
        <Choice
          group="source"
          value="primary"
          chosen={draft.source === 'primary'}
          title="Primary location"
          about={first?.location ?? data.service.cloud_name}
          onChoose={() => onChange({ source: undefined })}
        />
        <Choice
          group="source"
          value="secondary"
          chosen={draft.source === 'secondary'}
          title="Secondary location"
          about={
            second === undefined || second.window === null
              ? ''
              : `${second.location}, until ${writeShort(second.window.to)} UTC`
          }
          denied={denied}
          onChoose={() => onChange({ source: 'secondary' })}
        />
      </div>
    </fieldset>
  );
};

/** What is restored: the newest that there is, an instant, or one backup. */
export const VersionChoices = ({ data, draft, onChange }: ChoiceProps) => {
  const lane = data.story.lanes.find(({ role }) => role === draft.source);
  const only = lane?.backupsOnly === true;
  return (
    <>
      <fieldset>
        <legend>Version</legend>
        <div class="choices">
          <Choice
            group="version"
            value="latest"
            chosen={draft.version === 'latest'}
            title={only ? 'Newest backup' : 'Latest transaction'}
            about={lane?.window === null || lane === undefined ? '' : `${writeShort(lane.window.to)} UTC`}
            onChoose={() => onChange({ version: undefined })}
          />
          <Choice
            group="version"
            value="time"
            chosen={draft.version === 'time'}
            title="Point in time"
            about="any instant of the window"
            denied={only ? `${data.service.service_type} keeps no log: only backups can be restored` : undefined}
            onChoose={() => onChange({ version: 'time' })}
          />
          <Choice
            group="version"
            value="backup"
            chosen={draft.version === 'backup'}
            title="A backup"
            about="by its name"
            denied={lane === undefined || lane.backups.length === 0 ? 'there is none yet' : undefined}
            onChoose={() => onChange({ version: 'backup' })}
          />
        </div>
      </fieldset>
      {draft.version === 'backup' && lane !== undefined && (
        <Select
          name="backup"
          label="Backup"
          value={draft.backup}
          options={[...lane.backups]
            .reverse()
            .map(({ name, at }) => ({ value: name, words: `${writeShort(at)} UTC, ${name}` }))}
          onChoose={(backup) => onChange({ backup })}
        />
      )}
    </>
  );
};

import { useState } from 'preact/hooks';
import { useApp } from '../app';
import { useAct } from '../dialogs/act';
import { Field } from '../dialogs/dialog';
import { Select } from '../dialogs/select';
import { useLoaded } from '../loaded';
import { Control } from './control';

/** Rows in the ledger of the service that the page shows: what a fork of an instant has, or has not. */
export const WriteControls = ({ project, service }: { readonly project: string; readonly service: string }) => {
  const { client } = useApp();
  const act = useAct();
  const [asked, setAsked] = useState('');
  const [key, setKey] = useState('');
  const [value, setValue] = useState('');
  const loaded = useLoaded(`databases ${project}/${service}`, async () => {
    const { databases } = await client.ask('ServiceDatabaseList', {
      at: { project, service },
      body: null,
      query: null,
    });
    return databases.map(({ database_name }) => database_name);
  });
  const databases = loaded.kind === 'ready' ? loaded.value : [];
  const database = databases.includes(asked) ? asked : (databases[0] ?? '');
  const text = (name: string, label: string, held: string, hold: (next: string) => void) => (
    <Field name={name} label={label}>
      <input id={name} value={held} spellcheck={false} onInput={(event) => hold(event.currentTarget.value)} />
    </Field>
  );
  return (
    <Control title={`Write to ${service}`} act={act}>
      <form
        class="control-row"
        onSubmit={(event) => {
          event.preventDefault();
          act.run(async () => void (await client.writeRow(project, service, { database, key, value })));
        }}
      >
        <Select name="write-database" label="Database" value={database} options={databases} onChoose={setAsked} />
        {text('write-key', 'Key', key, setKey)}
        {text('write-value', 'Value', value, setValue)}
        <div class="buttons">
          <button disabled={database === '' || key === '' || act.busy}>Write row</button>
          <button
            type="button"
            disabled={database === '' || act.busy}
            onClick={() =>
              act.run(async () => void (await client.generateRows(project, service, { database, count: 100 })))
            }
          >
            Write 100 rows
          </button>
        </div>
      </form>
    </Control>
  );
};

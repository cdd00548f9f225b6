import React from 'react';
import { useClient } from '../app/ClientContext';
import { Failure } from '../app/Failure';
import { messageOf } from '../app/useLoaded';
import { displayText } from '../dataverse/values';
import { FormGridsProvider } from '../grid/FormGrids';
import type { Strings } from '../strings/strings';
import { FormMessages } from './FormMessages';
import type { SaveOutcome } from './formState';
import type { LoadedForm, RecordAddress } from './formLoading';
import { ScriptedCell } from './ScriptedCell';
import { Tabs } from './Tabs';
import { useOpenForm } from './useOpenForm';

interface Props {
  readonly loaded: LoadedForm;
  readonly address: RecordAddress;
}

/** Why the record was not saved; undefined when it was, or when a script prevented it and says why itself. */
function refusalOf(outcome: SaveOutcome | undefined, strings: Strings): string | undefined {
  if (outcome?.kind === 'refused') return outcome.message;
  return outcome?.kind === 'missing' ? `${strings.fillIn} ${outcome.names.join(', ')}` : undefined;
}

/** A record that has been created, by the user or a script, is shown from then on. */
function useCreated({ table, id, formId }: RecordAddress, outcome: SaveOutcome | undefined): void {
  const { go } = useClient();
  const saved = outcome?.kind === 'saved' ? outcome.id : id;
  React.useEffect(() => {
    if (saved !== id) go({ page: 'record', table, id: saved, form: formId });
  }, [go, table, id, formId, saved]);
}

/** The open form: commands, header, tabs, sections, fields, subgrids and code components. */
export function RecordForm({ loaded, address }: Props): React.ReactElement {
  const { go, strings } = useClient();
  const { table, form } = loaded;
  const open = useOpenForm(loaded, address.id);
  const { model, state, runtime } = open;
  const [failure, setFailure] = React.useState<string>();
  const failed = (error: unknown): void => setFailure(messageOf(error));
  const refused = refusalOf(state.saveOutcome, strings);
  useCreated(address, state.saveOutcome);
  const save = (): void => {
    setFailure(undefined);
    runtime.save().catch(failed);
  };
  const refresh = (): void => {
    setFailure(undefined);
    runtime.refresh().catch(failed);
    for (const grid of open.grids.all()) grid.refresh();
  };
  const name = displayText(model.row, table.primaryName);
  const record = {
    table,
    id: address.id,
    name,
    row: model.row,
    changes: model.changes,
    change: runtime.enter.bind(runtime),
  };
  const cellForm = { record, state, isReadOnly: open.isReadOnly };
  return (
    <FormGridsProvider value={open.grids}>
      <div className="commands">
        <button type="button" className="primary" disabled={model.changes.size === 0} onClick={save}>
          {strings.save}
        </button>
        <button type="button" onClick={refresh} disabled={address.id === undefined}>
          {strings.refresh}
        </button>
        <label className="switch">
          <span>{strings.form}</span>
          <select
            value={loaded.chosen.id}
            onChange={(event) => go({ page: 'record', table: table.name, id: address.id, form: event.target.value })}
          >
            {loaded.forms.map((choice) => (
              <option key={choice.id} value={choice.id}>
                {choice.name}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div onBlur={() => runtime.commit()}>
        <header className="record-header">
          <div>
            <h1>{name || strings.newRecord}</h1>
            <p>
              {table.displayName} ·{' '}
              {model.changes.size > 0 || address.id === undefined ? strings.unsaved : strings.saved}
            </p>
          </div>
          <div className="header-cells">
            {form.header.map((cell) => (
              <ScriptedCell key={cell.id} cell={cell} form={cellForm} />
            ))}
          </div>
        </header>
        {refused !== undefined && <Failure title={strings.notSaved} message={refused} />}
        {failure !== undefined && <Failure message={failure} />}
        <FormMessages state={state} />
        <Tabs tabs={form.tabs.filter((tab) => state.isTabVisible(tab.name))} form={cellForm} />
      </div>
    </FormGridsProvider>
  );
}

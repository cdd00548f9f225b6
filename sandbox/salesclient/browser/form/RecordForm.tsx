import React from 'react';
import { useClient } from '../app/ClientContext';
import { Failure } from '../app/Failure';
import { messageOf } from '../app/useLoaded';
import { displayText } from '../dataverse/values';
import { FormGridsProvider } from '../grid/FormGrids';
import type { SaveOutcome } from '../scripts/formRuntime';
import { FormMessages } from './FormMessages';
import type { LoadedForm, RecordAddress } from './formLoading';
import { ScriptedCell } from './ScriptedCell';
import { Tabs } from './Tabs';
import { useOpenForm } from './useOpenForm';

interface Props {
  readonly loaded: LoadedForm;
  readonly address: RecordAddress;
}

interface Refusal {
  readonly title: string;
  readonly message: string;
}

/** The open form: commands, header, tabs, sections, fields, subgrids and code components. */
export function RecordForm({ loaded, address }: Props): React.ReactElement {
  const { go, strings } = useClient();
  const { table, form } = loaded;
  const open = useOpenForm(loaded, address.id);
  const { model, state, runtime } = open;
  const [refused, setRefused] = React.useState<Refusal>();
  const failed = (error: unknown): void => setRefused({ title: strings.failed, message: messageOf(error) });
  const take = (outcome: SaveOutcome): void => {
    if (outcome.kind === 'refused') setRefused({ title: strings.notSaved, message: outcome.message });
    else if (outcome.kind === 'missing')
      setRefused({ title: strings.notSaved, message: `${strings.fillIn} ${outcome.names.join(', ')}` });
    else if (outcome.kind === 'saved') {
      setRefused(undefined);
      if (outcome.id !== address.id) go({ page: 'record', table: table.name, id: outcome.id, form: address.formId });
    }
  };
  const refresh = (): void => {
    runtime.refresh().then(() => setRefused(undefined), failed);
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
        <button
          type="button"
          className="primary"
          disabled={model.changes.size === 0}
          onClick={() => void runtime.save().then(take, failed)}
        >
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
        {refused && <Failure title={refused.title} message={refused.message} />}
        <FormMessages state={state} />
        <Tabs tabs={form.tabs.filter((tab) => state.isTabVisible(tab.name))} form={cellForm} />
      </div>
    </FormGridsProvider>
  );
}

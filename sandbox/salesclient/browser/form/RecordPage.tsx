import React from 'react';
import { useClient } from '../app/ClientContext';
import { Failure } from '../app/Failure';
import { messageOf, useLoaded } from '../app/useLoaded';
import { mainForms } from '../dataverse/forms';
import { tableDefinition } from '../dataverse/metadata';
import { missingColumns, readRecord, saveRecord, type Changes, type Entered } from '../dataverse/record';
import { displayText } from '../dataverse/values';
import { WebApiError, type Row } from '../dataverse/webApi';
import { columnsOf, parseFormXml } from './formXml';
import { Cell } from './Cell';
import { Tab } from './Tab';
import { TabList } from './TabList';

interface Props {
  readonly table: string;
  readonly id: string | undefined;
  readonly formId: string | undefined;
}

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** An address of a record that is gone is nothing that trying again would cure. @throws whatever else it was */
function noRecord(error: unknown): 'noRecord' {
  if (error instanceof WebApiError && error.status === 404) return 'noRecord';
  throw error;
}

async function load(props: Props, language: number) {
  if (props.id !== undefined && !GUID.test(props.id)) return 'noRecord';
  const [table, forms] = await Promise.all([tableDefinition(props.table, language), mainForms(props.table)]);
  const chosen =
    forms.find(({ id }) => id === props.formId) ?? forms.find(({ xml }) => xml.includes('customControl')) ?? forms[0];
  if (!chosen) return { table, forms, chosen: undefined };
  const form = parseFormXml(chosen.xml, language);
  const empty: Row = {};
  const row = props.id === undefined ? empty : await readRecord(table, props.id, columnsOf(form)).catch(noRecord);
  if (row === 'noRecord') return row;
  return { table, forms, chosen, form, row };
}

async function save(props: Props, changes: Changes, language: number): Promise<string> {
  const table = await tableDefinition(props.table, language);
  const lookups = [...changes.values()].flatMap((value) =>
    typeof value === 'object' && value?.lookup ? [value.lookup.entityType] : [],
  );
  const targets = await Promise.all([...new Set(lookups)].map((target) => tableDefinition(target, language)));
  return saveRecord(table, props.id, changes, new Map(targets.map((target) => [target.name, target.setName])));
}

/** A record on a main form of the imported solution: header, tabs, sections, fields and code components. */
export function RecordPage(props: Props): React.ReactElement {
  const { go, session, strings } = useClient();
  const [changes, setChanges] = React.useState<Changes>(new Map());
  const [tab, setTab] = React.useState<string>();
  const [refused, setRefused] = React.useState<string>();
  const [loaded, reload] = useLoaded(() => load(props, session.language), [props.table, props.id, props.formId]);

  if (loaded.state === 'loading') return <p className="loading">{strings.loading}</p>;
  if (loaded.state === 'failed') return <Failure message={loaded.message} retry={reload} />;
  if (loaded.value === 'noRecord') return <Failure message={strings.noRecord} />;
  const { table, forms, chosen } = loaded.value;
  if (!chosen) return <p className="empty">{strings.noForm}</p>;
  const { form, row } = loaded.value;
  const current = form.tabs.find(({ id }) => id === tab) ?? form.tabs[0];
  const submit = (): void => {
    const missing = missingColumns(table, props.id, changes, columnsOf(form));
    if (missing.length > 0) {
      setRefused(`${strings.fillIn} ${missing.join(', ')}`);
      return;
    }
    save(props, changes, session.language).then(
      (id) => {
        setRefused(undefined);
        setChanges(new Map());
        if (id === props.id) reload();
        else go({ page: 'record', table: props.table, id, form: props.formId });
      },
      (error: unknown) => setRefused(messageOf(error)),
    );
  };
  const record = {
    table,
    id: props.id,
    row,
    changes,
    change: (column: string, value: Entered) => setChanges((before) => new Map([...before, [column, value]])),
  };
  return (
    <>
      <div className="commands">
        <button type="button" className="primary" disabled={changes.size === 0} onClick={submit}>
          {strings.save}
        </button>
        <button type="button" onClick={reload} disabled={props.id === undefined}>
          {strings.refresh}
        </button>
        <label className="switch">
          <span>{strings.form}</span>
          <select
            value={chosen.id}
            onChange={(event) => go({ page: 'record', table: props.table, id: props.id, form: event.target.value })}
          >
            {forms.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </div>
      <header className="record-header">
        <div>
          <h1>{displayText(row, table.primaryName) || strings.newRecord}</h1>
          <p>
            {table.displayName} · {changes.size > 0 || props.id === undefined ? strings.unsaved : strings.saved}
          </p>
        </div>
        <div className="header-cells">
          {form.header.map((cell) => (
            <Cell key={cell.id} cell={cell} record={record} />
          ))}
        </div>
      </header>
      {refused !== undefined && <Failure title={strings.notSaved} message={refused} />}
      <TabList tabs={form.tabs} current={current?.id ?? ''} onChoose={setTab} />
      {current && <Tab key={current.id} tab={current} record={record} />}
    </>
  );
}

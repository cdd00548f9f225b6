import React from 'react';
import { useClient } from '../app/ClientContext';
import { Failure } from '../app/Failure';
import { hashOf } from '../app/route';
import { useLoaded } from '../app/useLoaded';
import { tableDefinition } from '../dataverse/metadata';
import { queryType, readView, viewsOf } from '../dataverse/views';
import { asRow, get, textOf } from '../dataverse/webApi';
import { Rows } from '../list/Rows';

const PAGE_SIZE = 10;

interface Props {
  readonly table: string;
  readonly relationship: string;
  readonly view: string;
  readonly label: string;
  readonly parentId: string | undefined;
}

/** The column of the many side, so that the view can be narrowed to the parent. */
async function referencingColumn(relationship: string): Promise<string> {
  const path = `RelationshipDefinitions(SchemaName='${relationship}')/Microsoft.Dynamics.CRM.OneToManyRelationshipMetadata?$select=ReferencingAttribute`;
  return textOf(asRow(await get(path)), 'ReferencingAttribute');
}

/** Rows of another table that belong to this record. */
export function Subgrid(props: Props): React.ReactElement {
  const { session, strings } = useClient();
  const [loaded, reload] = useLoaded(async () => {
    if (props.parentId === undefined) return undefined;
    const [table, own, associated, column] = await Promise.all([
      tableDefinition(props.table, session.language),
      viewsOf(props.table, queryType.public),
      viewsOf(props.table, queryType.associated),
      props.relationship === '' ? undefined : referencingColumn(props.relationship),
    ]);
    const view = [...own, ...associated].find(({ id }) => id === props.view) ?? own[0];
    if (!view) throw new Error(`${table.pluralName}: no view.`);
    const parent = column === undefined ? {} : { parent: { column, id: props.parentId } };
    return { table, view, ...(await readView(table.setName, view, { pageSize: PAGE_SIZE, page: 1, ...parent })) };
  }, [props.table, props.view, props.parentId, session.language]);
  if (loaded.state === 'loading') return <p className="loading">{strings.loading}</p>;
  if (loaded.state === 'failed') return <Failure message={loaded.message} retry={reload} />;
  if (!loaded.value || loaded.value.rows.length === 0) return <p className="empty">{strings.noRows}</p>;
  return (
    <Rows
      table={loaded.value.table}
      view={loaded.value.view}
      rows={loaded.value.rows}
      caption={props.label || loaded.value.view.name}
      renderName={(id, name) => (
        <a href={hashOf({ page: 'record', table: props.table, id, form: undefined })}>{name || '…'}</a>
      )}
    />
  );
}

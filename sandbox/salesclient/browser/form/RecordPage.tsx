import React from 'react';
import { useClient } from '../app/ClientContext';
import { Failure } from '../app/Failure';
import { useLoaded } from '../app/useLoaded';
import { provideXrm } from '../scripts/xrm';
import { loadForm, type RecordAddress } from './formLoading';
import { RecordForm } from './RecordForm';

/** A record on a main form of the imported solution. */
export function RecordPage(props: RecordAddress): React.ReactElement {
  const client = useClient();
  const { session, strings } = client;
  const [loaded, reload] = useLoaded(
    () => loadForm(props, session.language, () => provideXrm(client)),
    [props.table, props.id, props.formId],
  );
  if (loaded.state === 'loading') return <p className="loading">{strings.loading}</p>;
  if (loaded.state === 'failed') return <Failure message={loaded.message} retry={reload} />;
  if (loaded.value === 'noRecord') return <Failure message={strings.noRecord} />;
  if (loaded.value === 'noForm') return <p className="empty">{strings.noForm}</p>;
  return <RecordForm key={loaded.value.chosen.id} loaded={loaded.value} address={props} />;
}

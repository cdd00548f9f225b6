import React from 'react';
import { useClient } from '../app/ClientContext';
import type { FormState } from './formState';

/** What scripts say above the form, and which of them failed: the form itself stays usable. */
export function FormMessages({ state }: { readonly state: FormState }): React.ReactElement {
  const { strings } = useClient();
  return (
    <>
      {state.failures.length > 0 && (
        <div className="failure" role="alert">
          <strong>{strings.scriptFailed}</strong>
          <ul>
            {state.failures.map(({ script, message }, index) => (
              <li key={index}>
                {script}: {message}
              </li>
            ))}
          </ul>
          <button type="button" onClick={() => state.clearFailures()}>
            {strings.close}
          </button>
        </div>
      )}
      {state.notifications.map(({ id, level, text }) => (
        <p key={id} className="failure" role={level === 'INFO' ? 'status' : 'alert'}>
          {text}
        </p>
      ))}
    </>
  );
}

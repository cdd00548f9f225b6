import React from 'react';
import { useClient } from './ClientContext';

/** What happened, in the words of the one who refused, and a way on. */
export function Failure(props: {
  readonly message: string;
  /** What could not be done; showing it when left out. */
  readonly title?: string;
  readonly retry?: () => void;
}): React.ReactElement {
  const { strings } = useClient();
  return (
    <div className="failure" role="alert">
      <strong>{props.title ?? strings.failed}</strong>
      <p>{props.message}</p>
      {props.retry && (
        <button type="button" onClick={props.retry}>
          {strings.tryAgain}
        </button>
      )}
    </div>
  );
}

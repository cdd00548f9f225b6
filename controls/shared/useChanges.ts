import * as React from 'react';

interface Source {
  readonly version: number;
  subscribe(listener: () => void): () => void;
}

/** Renders the component again whenever `source` changes, a change between rendering and mounting included. */
export function useChanges(source: Source): void {
  const [, render] = React.useReducer((count: number) => count + 1, 0);
  const atFirst = React.useRef(source.version);
  React.useLayoutEffect(() => {
    if (source.version !== atFirst.current) render();
    return source.subscribe(render);
  }, [source]);
}

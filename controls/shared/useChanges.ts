import * as React from 'react';

interface Source {
  readonly version: number;
  readonly subscribe: (listener: () => void) => () => void;
}

/** Renders the component again whenever `source` changes, a change between rendering and mounting included. */
export function useChanges(source: Source): void {
  const [, setVersion] = React.useState(source.version);
  React.useLayoutEffect(() => {
    const render = (): void => {
      setVersion(source.version);
    };
    render();
    return source.subscribe(render);
  }, [source]);
}

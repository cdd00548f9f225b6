import React from 'react';

export type Loaded<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly message: string };

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/**
 * Loads when the keys change and once more at each `reload`; an answer that comes late for older keys is dropped.
 * While loading again the last value stays.
 */
export function useLoaded<T>(load: () => Promise<T>, keys: readonly unknown[]): [Loaded<T>, () => void] {
  const [loaded, setLoaded] = React.useState<Loaded<T>>({ state: 'loading' });
  const [turn, setTurn] = React.useState(0);
  const latest = React.useRef(load);
  React.useLayoutEffect(() => {
    latest.current = load;
  });
  const key = keys.map(String).join('\n');
  React.useEffect(() => {
    let current = true;
    latest.current().then(
      (value) => current && setLoaded({ state: 'ready', value }),
      (error: unknown) => current && setLoaded({ state: 'failed', message: messageOf(error) }),
    );
    return () => {
      current = false;
    };
  }, [key, turn]);
  return [loaded, React.useCallback(() => setTurn((value) => value + 1), [])];
}

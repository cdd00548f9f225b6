import { act, render, screen } from '@testing-library/react';
import * as React from 'react';
import { useChanges } from '../../controls/shared/useChanges';

/** Something that changes by itself, outside of React. */
class Counter {
  version = 0;
  readonly #listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  add(): void {
    this.version += 1;
    for (const listener of this.#listeners) listener();
  }
}

/** Its effect runs before those of the component around it, which does not listen yet. */
function Early({ action }: { readonly action: () => void }): null {
  React.useLayoutEffect(action, [action]);
  return null;
}

function Shown({ counter, early }: { readonly counter: Counter; readonly early: () => void }): React.ReactElement {
  useChanges(counter);
  return (
    <p>
      {counter.version}
      <Early action={early} />
    </p>
  );
}

const nothing = (): void => undefined;

it('renders a change that came between rendering and mounting', () => {
  const counter = new Counter();
  const add = (): void => {
    counter.add();
  };
  render(<Shown counter={counter} early={add} />);
  expect(screen.getByText('1')).toBeVisible();
});

it('renders every later change until it is unmounted', () => {
  const counter = new Counter();
  const { container, unmount } = render(<Shown counter={counter} early={nothing} />);
  act(() => {
    counter.add();
  });
  expect(container).toHaveTextContent('1');
  const complaints = jest.spyOn(console, 'error').mockImplementation(nothing);
  unmount();
  counter.add();
  expect(complaints).not.toHaveBeenCalled();
  complaints.mockRestore();
});

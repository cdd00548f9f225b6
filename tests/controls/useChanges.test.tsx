import { act, render, screen } from '@testing-library/react';
import * as React from 'react';
import { Notifier } from '../../controls/shared/notifier';
import { useChanges } from '../../controls/shared/useChanges';

class Counter extends Notifier {
  count = 0;

  add(): void {
    this.count += 1;
    this.notify();
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
      {counter.count}
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

import * as React from 'react';

interface ErrorBoundaryProps {
  /** What is shown in place of the control. @param reference name of the error */
  readonly fallback: (reference: string, retry: () => void) => React.ReactNode;
  readonly children: React.ReactNode;
}

interface ErrorBoundaryState {
  readonly reference: string | null;
}

const sound: ErrorBoundaryState = { reference: null };

/** Keeps a fault of the control inside the control: the form around it goes on working. */
export class ErrorBoundary extends React.Component<ErrorBoundaryProps, ErrorBoundaryState> {
  static getDerivedStateFromError(error: unknown): ErrorBoundaryState {
    return { reference: error instanceof Error ? error.name : 'Error' };
  }

  override readonly state = sound;

  override render(): React.ReactNode {
    const { reference } = this.state;
    if (reference === null) return this.props.children;
    return this.props.fallback(reference, () => {
      this.setState(sound);
    });
  }
}

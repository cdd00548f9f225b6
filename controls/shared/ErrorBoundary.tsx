import * as React from 'react';

interface ErrorBoundaryProps {
  /** What is shown in place of the control. @param reference name of the error */
  readonly fallback: (reference: string, retry: () => void) => React.ReactNode;
  readonly children: React.ReactNode;
}

interface ErrorBoundaryState {
  readonly reference: string | null;
}

/** Keeps a fault of the control inside the control: the form around it goes on working. */
export class ErrorBoundary extends React.Component<ErrorBoundaryProps, ErrorBoundaryState> {
  static getDerivedStateFromError(error: unknown): ErrorBoundaryState {
    return { reference: error instanceof Error ? error.name : 'Error' };
  }

  override readonly state: ErrorBoundaryState = { reference: null };

  private readonly retry = (): void => {
    this.setState({ reference: null });
  };

  override render(): React.ReactNode {
    const { reference } = this.state;
    return reference === null ? this.props.children : this.props.fallback(reference, this.retry);
  }
}

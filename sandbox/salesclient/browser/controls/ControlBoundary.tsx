import React from 'react';

interface Props {
  readonly message: string;
  readonly children: React.ReactNode;
}

interface State {
  readonly error: Error | undefined;
}

/** Keeps a failing control from taking the form with it. */
export class ControlBoundary extends React.Component<Props, State> {
  override state: State = { error: undefined };

  static getDerivedStateFromError(error: Error): State {
    return { error };
  }

  override render(): React.ReactNode {
    if (!this.state.error) return this.props.children;
    return (
      <div className="failure" role="alert">
        <strong>{this.props.message}</strong>
        <p>{this.state.error.message}</p>
      </div>
    );
  }
}

import React from 'react';
import { useClient, type Client } from '../app/ClientContext';
import { Failure } from '../app/Failure';
import { useLoaded } from '../app/useLoaded';
import { controlContext as createContext } from './context';
import { ControlBoundary } from './ControlBoundary';
import { loadControl, type LoadedControl, type VirtualControl } from './loader';
import type { ControlManifest } from './manifest';

interface Props {
  /** Name of the packed control, e.g. `pfx_Space.Control`. */
  readonly name: string;
  readonly label: string;
  /** The form's record; without an id while it is not saved. */
  readonly record: { readonly table: string; readonly id: string | undefined; readonly name: string };
  readonly disabled: boolean;
  /** `context.parameters` at this moment. */
  readonly parameters: (manifest: ControlManifest) => Record<string, unknown>;
  readonly updatedProperties?: readonly string[];
  /** The control's outputs by property, after it said that they changed. */
  readonly onOutputs: (outputs: Record<string, unknown>) => void;
}

function useWidth(element: React.RefObject<HTMLElement>): number {
  const [width, setWidth] = React.useState(0);
  React.useLayoutEffect(() => {
    if (!element.current) return undefined;
    // A place that is hidden for a moment keeps its control: without a width it would end and start anew.
    const observer = new ResizeObserver(([entry]) => {
      const found = Math.round(entry?.contentRect.width ?? 0);
      if (found > 0) setWidth(found);
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}

interface RunningProps extends Props {
  readonly loaded: LoadedControl;
  readonly width: number;
  readonly client: Client;
}

/** Runs one instance: `init` once, `updateView` at every render, `destroy` at the end. */
class Running extends React.Component<RunningProps> {
  private readonly instance: VirtualControl;

  constructor(props: RunningProps) {
    super(props);
    this.instance = props.loaded.create();
    this.instance.init(this.controlContext(), () => this.props.onOutputs(this.instance.getOutputs?.() ?? {}), {});
  }

  override componentWillUnmount(): void {
    this.instance.destroy();
  }

  override render(): React.ReactNode {
    return this.instance.updateView(this.controlContext());
  }

  private controlContext(): ComponentFramework.Context<Record<string, unknown>> {
    const { client, loaded, record } = this.props;
    const services = {
      ...client,
      openRecord: (table: string, id: string | undefined) => client.go({ page: 'record', table, id, form: undefined }),
    };
    return createContext(services, {
      parameters: this.props.parameters(loaded.manifest),
      updatedProperties: this.props.updatedProperties ?? [],
      strings: loaded.strings,
      label: this.props.label,
      width: this.props.width,
      disabled: this.props.disabled,
      record,
    });
  }
}

/** A code component of the imported solution in its place on the form. */
export function ControlHost(props: Props): React.ReactElement {
  const client = useClient();
  const { session, strings } = client;
  const element = React.useRef<HTMLDivElement>(null);
  const width = useWidth(element);
  const [loaded, reload] = useLoaded(() => loadControl(props.name, session.language), [props.name, session.language]);
  return (
    <div ref={element} className="control-host">
      {loaded.state === 'loading' && <p className="loading">{strings.loading}</p>}
      {loaded.state === 'failed' && <Failure message={loaded.message} retry={reload} />}
      {loaded.state === 'ready' && width > 0 && (
        <ControlBoundary message={strings.controlFailed}>
          <Running {...props} client={client} loaded={loaded.value} width={width} />
        </ControlBoundary>
      )}
    </div>
  );
}

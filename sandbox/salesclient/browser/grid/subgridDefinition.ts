/** A subgrid as a form describes it. */
export interface SubgridDefinition {
  readonly kind: 'subgrid';
  /** The control's id, its name for scripts. */
  readonly id: string;
  readonly table: string;
  /** Schema name of the relationship to the form's record; empty for all rows of the view. */
  readonly relationship: string;
  readonly view: string;
  readonly recordsPerPage: number;
  /** How its rows are shown. */
  readonly display: SubgridDisplay;
}

export type SubgridDisplay =
  | { readonly kind: 'readOnly' }
  | { readonly kind: 'editable' }
  | { readonly kind: 'component'; readonly name: string; readonly dataSet: string };

/** Microsoft's editable grid. */
const EDITABLE_GRID = 'MscrmControls.Grid.GridControl';

/** What a subgrid shows when the form does not say how many (Microsoft's default). */
const RECORDS_PER_PAGE = 4;

function textIn(parent: Element | undefined, name: string): string {
  const found = Array.from(parent?.children ?? []).find((child) => child.localName === name);
  return found?.textContent.trim() ?? '';
}

function childOf(parent: Element | undefined, name: string): Element | undefined {
  return Array.from(parent?.children ?? []).find((child) => child.localName === name);
}

function displayOf(custom: Element | undefined, dataSet: Element | undefined): SubgridDisplay {
  const name = custom?.getAttribute('name');
  if (name === null || name === undefined) return { kind: 'readOnly' };
  if (name === EDITABLE_GRID) return { kind: 'editable' };
  return { kind: 'component', name, dataSet: dataSet?.getAttribute('name') ?? '' };
}

/**
 * Reads `<control indicationOfSubgrid="true">`; a component's own data-set decides where it names a view.
 * @param custom the `customControl` of the control's description that this client shows, undefined without one
 */
export function subgridOf(control: Element, custom: Element | undefined): SubgridDefinition {
  const parameters = childOf(control, 'parameters');
  const dataSet = childOf(childOf(custom, 'parameters'), 'data-set');
  const text = (name: string): string => textIn(dataSet, name) || textIn(parameters, name);
  const perPage = Number(textIn(parameters, 'RecordsPerPage'));
  return {
    kind: 'subgrid',
    id: control.getAttribute('id') ?? '',
    table: text('TargetEntityType'),
    relationship: text('RelationshipName'),
    view: text('ViewId').replace(/[{}]/g, '').toLowerCase(),
    recordsPerPage: Number.isInteger(perPage) && perPage > 0 ? perPage : RECORDS_PER_PAGE,
    display: displayOf(custom, dataSet),
  };
}

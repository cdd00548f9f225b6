import { subgridOf } from '../../../sandbox/salesclient/browser/grid/subgridDefinition';

function element(xml: string): Element {
  return new DOMParser().parseFromString(xml, 'text/xml').documentElement;
}

function control(perPage = '<RecordsPerPage>25</RecordsPerPage>'): Element {
  return element(
    `<control id="lines" indicationOfSubgrid="true"><parameters><ViewId>{ABCD}</ViewId>
     <TargetEntityType>quotedetail</TargetEntityType><RelationshipName>quote_details</RelationshipName>${perPage}
     </parameters></control>`,
  );
}

describe('A subgrid of a form', () => {
  it('shows the rows of its view that belong to the record', () => {
    expect(subgridOf(control(), undefined)).toEqual({
      kind: 'subgrid',
      id: 'lines',
      table: 'quotedetail',
      relationship: 'quote_details',
      view: 'abcd',
      recordsPerPage: 25,
      display: { kind: 'readOnly' },
    });
  });

  it('shows four rows when the form does not say how many', () => {
    expect(subgridOf(control(''), undefined).recordsPerPage).toBe(4);
  });

  it('can be edited with Microsoft’s editable grid', () => {
    const custom = element('<customControl formFactor="2" name="MscrmControls.Grid.GridControl"/>');
    expect(subgridOf(control(), custom).display).toEqual({ kind: 'editable' });
  });

  it('gives its rows to a component, from the view that the component’s data set names', () => {
    const custom = element(
      `<customControl formFactor="2" name="pfx_Space.Lines"><parameters><data-set name="lines">
       <ViewId>{EF01}</ViewId><TargetEntityType>quotedetail</TargetEntityType></data-set></parameters></customControl>`,
    );
    const definition = subgridOf(control(), custom);
    expect(definition.display).toEqual({ kind: 'component', name: 'pfx_Space.Lines', dataSet: 'lines' });
    expect(definition.view).toBe('ef01');
    expect(definition.relationship).toBe('quote_details');
  });
});

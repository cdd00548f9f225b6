import { FormGrids } from '../../../sandbox/salesclient/browser/grid/FormGrids';
import { GridControl } from '../../../sandbox/salesclient/browser/grid/gridControl';

const description = { name: 'quotedetailsGrid', table: 'quotedetail', relationship: 'quote_details' };

function row(id: string) {
  return { id, table: 'quotedetail', name: id, values: new Map<string, string>() };
}

describe('The control of a subgrid', () => {
  it('says what it is', () => {
    const control = new GridControl(description);
    expect([control.getName(), control.getControlType(), control.getEntityName()]).toEqual([
      'quotedetailsGrid',
      'subgrid',
      'quotedetail',
    ]);
    expect(control.getRelationship()).toEqual({ name: 'quote_details' });
    expect(() => control.getViewSelector()).toThrow('does not emulate');
  });

  it('calls each handler once for every load, until it is removed', () => {
    const control = new GridControl(description);
    const handler = jest.fn();
    control.addOnLoad(handler);
    control.addOnLoad(handler);
    control.loaded();
    expect(handler).toHaveBeenCalledTimes(1);
    control.removeOnLoad(handler);
    control.loaded();
    expect(handler).toHaveBeenCalledTimes(1);
  });

  it('lets a handler remove itself while it is called', () => {
    const control = new GridControl(description);
    const second = jest.fn();
    const first = (): void => control.removeOnLoad(first);
    control.addOnLoad(first);
    control.addOnLoad(second);
    control.loaded();
    expect(second).toHaveBeenCalledTimes(1);
  });

  it('reads rows and selection from the grid on the page, and none without one', () => {
    const control = new GridControl(description);
    expect(control.getGrid().getRows()).toEqual([]);
    expect(control.getGrid().getTotalRecordCount()).toBe(-1);
    const refresh = jest.fn();
    const end = control.attach({
      refresh,
      rows: () => [row('a'), row('b')],
      selectedIds: () => ['b'],
      totalRecordCount: () => 7,
    });
    control.refresh();
    expect(refresh).toHaveBeenCalledTimes(1);
    expect(control.getGrid().getSelectedRows()).toEqual([row('b')]);
    expect(control.getGrid().getTotalRecordCount()).toBe(7);
    end();
    control.refresh();
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  it('is the same one for its form whenever its grid comes back', () => {
    const grids = new FormGrids([description]);
    const known = grids.control('quotedetailsGrid');
    expect(known).toBeDefined();
    expect(grids.register(description)).toBe(known);
    expect(grids.all()).toEqual([known]);
  });
});

import { manifestType } from '../dataverse/columnValue';
import type { KnownViewColumn } from '../dataverse/viewColumns';

const WIDTH_OF_ONE = 100;

/** The columns as `dataset.columns`. */
export function columnMetadata(
  columns: readonly KnownViewColumn[],
): ComponentFramework.PropertyHelper.DataSetApi.Column[] {
  return columns.map((column) => ({
    name: column.name,
    displayName: column.displayName,
    dataType: manifestType(column.definition),
    alias: column.name,
    order: column.order,
    visualSizeFactor: column.width / WIDTH_OF_ONE,
    isHidden: column.isHidden,
    isPrimary: column.isPrimary,
    disableSorting: false,
  }));
}

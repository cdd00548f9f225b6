import type { Column } from '../metadata/columns';

/** The manifest types (of-type) that a column can be bound to (learn.microsoft.com, PCF manifest schema, "property"). */
export function manifestTypesOf(column: Column): readonly string[] {
  switch (column.type) {
    case 'string':
      return stringTypes[column.format] ?? ['SingleLine.Text'];
    case 'memo':
      return ['Multiple'];
    case 'integer':
    case 'bigint':
      return ['Whole.None'];
    case 'decimal':
      return ['Decimal'];
    case 'double':
      return ['FP'];
    case 'money':
      return ['Currency'];
    case 'boolean':
      return ['TwoOptions'];
    case 'picklist':
    case 'state':
    case 'status':
      return ['OptionSet'];
    case 'multiselect':
      return ['MultiSelectOptionSet'];
    case 'datetime':
      return column.format === 'dateOnly' ? ['DateAndTime.DateOnly'] : ['DateAndTime.DateAndTime'];
    case 'lookup':
      return ['Lookup.Simple', ...(column.logicalName === 'regardingobjectid' ? ['Lookup.Regarding'] : [])];
    case 'customer':
      return ['Lookup.Customer', 'Lookup.Simple'];
    case 'owner':
      return ['Lookup.Owner', 'Lookup.Simple'];
    case 'uniqueidentifier':
    case 'image':
    case 'entityname':
    case 'managedproperty':
    case 'virtual':
      return [];
  }
}

const stringTypes: Readonly<Record<string, readonly string[]>> = {
  text: ['SingleLine.Text'],
  textArea: ['SingleLine.TextArea', 'SingleLine.Text'],
  email: ['SingleLine.Email', 'SingleLine.Text'],
  url: ['SingleLine.URL', 'SingleLine.Text'],
  phone: ['SingleLine.Phone', 'SingleLine.Text'],
  tickerSymbol: ['SingleLine.Ticker', 'SingleLine.Text'],
};

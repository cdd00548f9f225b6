import type { View } from '../metadata/components';
import { stableId } from '../metadata/identifiers';
import { englishLabels } from '../metadata/labels';
import type { Table } from '../metadata/model';

interface ViewSketch {
  readonly table: string;
  readonly name: string;
  /** 0 public, 4 quick find, 64 lookup. */
  readonly queryType: number;
  readonly columns: readonly string[];
  /** Known ids of Microsoft's own views; the others get one of the sandbox. */
  readonly id?: string;
  readonly onlyActive: boolean;
}

/** The lists that Sales opens for its main tables, with the columns of the sandbox. */
const sketches: readonly ViewSketch[] = [
  {
    table: 'account',
    name: 'Active Accounts',
    id: '00000000-0000-0000-00aa-000010001002',
    queryType: 0,
    columns: ['name', 'accountnumber', 'telephone1', 'address1_city', 'primarycontactid', 'ownerid'],
    onlyActive: true,
  },
  {
    table: 'contact',
    name: 'Active Contacts',
    id: '00000000-0000-0000-00aa-000010001004',
    queryType: 0,
    columns: ['fullname', 'emailaddress1', 'parentcustomerid', 'telephone1'],
    onlyActive: true,
  },
  {
    table: 'product',
    name: 'Active Products',
    queryType: 0,
    columns: ['name', 'productnumber', 'statecode', 'defaultuomid'],
    onlyActive: true,
  },
  {
    table: 'quote',
    name: 'All Quotes',
    queryType: 0,
    columns: ['name', 'quotenumber', 'customerid', 'totalamount', 'statecode'],
    onlyActive: false,
  },
  {
    table: 'opportunity',
    name: 'All Opportunities',
    queryType: 0,
    columns: ['name', 'customerid', 'estimatedclosedate', 'estimatedvalue', 'statecode'],
    onlyActive: false,
  },
  {
    table: 'systemuser',
    name: 'Enabled Users',
    queryType: 0,
    columns: ['fullname', 'title', 'businessunitid'],
    onlyActive: false,
  },
  { table: 'team', name: 'All Teams', queryType: 0, columns: ['name', 'businessunitid'], onlyActive: false },
];

function lookupView(table: Table): ViewSketch {
  const name = `${table.displayName.get(1033) ?? table.schemaName} Lookup View`;
  return {
    table: table.logicalName,
    name,
    queryType: 64,
    columns: [table.primaryNameColumn ?? table.primaryIdColumn],
    onlyActive: false,
  };
}

function fetchXml(sketch: ViewSketch, table: Table): string {
  const attributes = [table.primaryIdColumn, ...sketch.columns]
    .map((column) => `<attribute name="${column}"/>`)
    .join('');
  const filter = sketch.onlyActive
    ? '<filter type="and"><condition attribute="statecode" operator="eq" value="0"/></filter>'
    : '';
  const order = `<order attribute="${sketch.columns[0] ?? table.primaryIdColumn}" descending="false"/>`;
  return `<fetch version="1.0" mapping="logical"><entity name="${table.logicalName}">${attributes}${order}${filter}</entity></fetch>`;
}

function layoutXml(sketch: ViewSketch, table: Table): string {
  const cells = sketch.columns.map((column) => `<cell name="${column}" width="150"/>`).join('');
  const jump = sketch.columns[0] ?? table.primaryIdColumn;
  return (
    `<grid name="resultset" object="${table.objectTypeCode}" jump="${jump}" select="1" icon="1" preview="1">` +
    `<row name="result" id="${table.primaryIdColumn}">${cells}</row></grid>`
  );
}

/** The public and lookup views of Sales' main tables. */
export function platformViews(tables: ReadonlyMap<string, Table>): ReadonlyMap<string, View> {
  const named = sketches.flatMap((sketch) => {
    const table = tables.get(sketch.table);
    return table ? [{ sketch, table }] : [];
  });
  const views = named
    .flatMap(({ sketch, table }) => [
      { sketch, table },
      { sketch: lookupView(table), table },
    ])
    .map(({ sketch, table }): View => ({
      id: sketch.id ?? stableId('view', table.logicalName, sketch.name),
      table: table.logicalName,
      names: englishLabels(sketch.name),
      descriptions: new Map(),
      queryType: sketch.queryType,
      isDefault: true,
      isQuickFind: false,
      fetchXml: fetchXml(sketch, table),
      layoutXml: layoutXml(sketch, table),
      solution: 'System',
      isManaged: true,
    }));
  return new Map(views.map((view) => [view.id, view]));
}

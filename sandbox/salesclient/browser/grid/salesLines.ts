import type { SignedInUser } from '../dataverse/user';
import type { TableDefinition } from '../dataverse/metadata';
import type { Changes, Entered } from '../dataverse/record';
import { lookupOf, type LookupValue } from '../dataverse/values';
import type { KnownViewColumn } from '../dataverse/viewColumns';
import type { FetchFilter } from '../dataverse/viewFetch';
import { asRow, get, rowsOf, type Row } from '../dataverse/webApi';
import type { SubgridSource } from './subgridSource';

/** What Sales' own forms see to in the lines of a quote, order or invoice: the tables cannot say it of themselves. */
const PRODUCT = 'productid';
const WRITE_IN = 'isproductoverridden';
const DESCRIPTION = 'productdescription';
const UNIT = 'uomid';

/** Whether the rows are lines of an existing or a write-in product. */
export function isSalesLine(table: TableDefinition): boolean {
  return [PRODUCT, WRITE_IN, DESCRIPTION, 'quantity'].every((name) => table.columns.has(name));
}

const editableKinds: readonly string[] = ['text', 'number', 'date', 'lookup', 'boolean'];

/** Whether the row's cell can be changed: amounts follow from price and quantity, a line is of a product or of a text. */
export function isEditable(table: TableDefinition, column: KnownViewColumn, row: Row): boolean {
  const { name, definition, alias } = column;
  if (alias !== undefined || !definition.canUpdate || !editableKinds.includes(definition.kind)) return false;
  if (definition.attributeType === 'Money' || definition.attributeType === 'Owner') return false;
  if (!isSalesLine(table)) return true;
  if (name === table.primaryName) return false;
  const isWriteIn = row[WRITE_IN] === true;
  if (name === PRODUCT || name === UNIT) return !isWriteIn;
  return name !== DESCRIPTION || isWriteIn;
}

/** Whether the cell's lookup can be emptied: a line of a product is nothing without product and unit. */
export function isClearable(table: TableDefinition, { name, definition }: KnownViewColumn): boolean {
  return !definition.required && !(isSalesLine(table) && [PRODUCT, UNIT].includes(name));
}

async function productColumn(product: string, column: string): Promise<LookupValue | null> {
  return lookupOf(asRow(await get(`products(${product})?$select=_${column}_value`)), column);
}

/** Which rows a lookup offers: for a unit those of the product's unit group. */
export async function lookupFilter(column: KnownViewColumn, row: Row): Promise<FetchFilter | undefined> {
  const product = column.name === UNIT ? lookupOf(row, PRODUCT) : null;
  const group = product && (await productColumn(product.id, 'defaultuomscheduleid'));
  if (!group) return undefined;
  const condition = { column: 'uomscheduleid', operator: 'eq', values: [group.id] };
  return { type: 'and', conditions: [condition], filters: [] };
}

/** What is saved with a changed cell: another product brings its own default unit. */
export async function changesOf(column: KnownViewColumn, value: Entered): Promise<Changes> {
  const product = typeof value === 'object' ? value?.lookup : undefined;
  if (column.name !== PRODUCT || !product) return new Map([[column.name, value]]);
  return new Map<string, Entered>([
    [PRODUCT, value],
    [UNIT, { lookup: await productColumn(product.id, 'defaultuomid') }],
  ]);
}

async function nextLineNumber({ table, parent, parentColumn }: SubgridSource): Promise<number> {
  const [last] = rowsOf(
    await get(
      `${table.setName}?$select=lineitemnumber&$filter=_${parentColumn ?? ''}_value eq ${parent.id}&$orderby=lineitemnumber desc&$top=1`,
    ),
  );
  return typeof last?.lineitemnumber === 'number' ? last.lineitemnumber + 1 : 1;
}

async function newLine(source: SubgridSource, own: Changes): Promise<Changes> {
  const { parent, parentColumn } = source;
  const number = await nextLineNumber(source);
  const head: LookupValue = { id: parent.id, name: parent.name, entityType: parent.table.name };
  return new Map<string, Entered>([
    [parentColumn ?? '', { lookup: head }],
    ['lineitemnumber', number],
    ['sequencenumber', number],
    ...own,
  ]);
}

/** A new line of one default unit of a product. */
export async function productLine(source: SubgridSource, product: LookupValue): Promise<Changes> {
  return newLine(
    source,
    new Map<string, Entered>([
      [WRITE_IN, false],
      [PRODUCT, { lookup: product }],
      [UNIT, { lookup: await productColumn(product.id, 'defaultuomid') }],
      ['quantity', 1],
    ]),
  );
}

/** A new line of something that is not among the products. */
export function writeInLine(source: SubgridSource, description: string): Promise<Changes> {
  return newLine(
    source,
    new Map<string, Entered>([
      [WRITE_IN, true],
      [DESCRIPTION, description],
      ['quantity', 1],
    ]),
  );
}

/** What the user may do with the rows, from privileges and the state of their parent. */
export interface GridRights {
  readonly create: boolean;
  readonly write: boolean;
  readonly remove: boolean;
}

export function rightsOf(source: SubgridSource, user: SignedInUser): GridRights {
  const may = (verb: string): boolean =>
    source.isParentOpen && user.privileges.has(source.table.privileges.get(verb) ?? '');
  const create = may('create') && source.parentColumn !== undefined && isSalesLine(source.table);
  return { create, write: may('write'), remove: may('delete') };
}

import { bring, type ImportContext } from './draft';
import { SolutionRefused } from './refusal';
import { child, children, labelsOf, textOf, type Element } from './xml';
import type { Column } from '../metadata/columns';
import { stableId } from '../metadata/identifiers';
import type { AlternateKey, Table } from '../metadata/model';

const keyComponent = 14;
const maximumKeys = 10;
const maximumColumns = 16;
/** SQL Server's limit for an index; a character takes two bytes. */
const maximumBytes = 900;

function bytesOf(column: Column): number {
  switch (column.type) {
    case 'string':
      return column.maxLength * 2;
    case 'lookup':
    case 'customer':
    case 'owner':
      return 16;
    case 'decimal':
      return 17;
    case 'datetime':
      return 8;
    case 'integer':
    case 'picklist':
      return 4;
    default:
      // Memo, money, yes/no and the rest cannot be part of a key.
      return Number.POSITIVE_INFINITY;
  }
}

function checkKey(table: Table, name: string, columns: readonly string[]): void {
  const refuse = (reason: string): SolutionRefused =>
    new SolutionRefused('column', `The alternate key ${name} of ${table.logicalName} cannot be imported: ${reason}.`, {
      type: keyComponent,
      name,
    });
  if (columns.length === 0 || columns.length > maximumColumns) throw refuse(`it has ${columns.length} columns`);
  let bytes = 0;
  for (const logicalName of columns) {
    const column = table.columns.get(logicalName);
    if (!column) throw refuse(`the table has no column ${logicalName}`);
    const size = bytesOf(column);
    if (!Number.isFinite(size)) throw refuse(`the column ${logicalName} of type ${column.type} cannot be part of a key`);
    bytes += size;
  }
  if (bytes > maximumBytes) throw refuse(`its columns take ${bytes} bytes, more than ${maximumBytes}`);
}

/** The keys of a table after the import. New keys wait for their index (`Pending`), existing ones keep theirs. */
export function readKeys(context: ImportContext, info: Element | undefined, table: Table): readonly AlternateKey[] {
  const keys = new Map(table.keys.map((key) => [key.logicalName, key]));
  for (const element of children(child(info, 'EntityKeys'), 'EntityKey')) {
    const schemaName = textOf(element, 'Name') ?? '';
    const logicalName = (textOf(element, 'LogicalName') ?? schemaName).toLowerCase();
    const columns = children(child(element, 'EntityKeyAttributes'), 'AttributeName').map(
      (column) => column.textContent?.trim().toLowerCase() ?? '',
    );
    checkKey(table, logicalName, columns);
    bring(context, { type: keyComponent, key: `${table.logicalName}.${logicalName}`, table: table.logicalName, label: schemaName });
    const known = keys.get(logicalName);
    const unchanged = known?.columns.join() === columns.join();
    keys.set(logicalName, {
      logicalName,
      schemaName,
      metadataId: known?.metadataId ?? stableId('key', table.logicalName, logicalName),
      displayName: labelsOf(element, 'displaynames', 'displayname'),
      columns,
      indexStatus: unchanged ? known.indexStatus : 'Pending',
      introducedVersion: textOf(element, 'IntroducedVersion') ?? '1.0.0.0',
      solution: known?.solution ?? context.manifest.uniqueName,
    });
  }
  if (keys.size > maximumKeys) {
    throw new SolutionRefused('column', `The table ${table.logicalName} would have ${keys.size} alternate keys, more than ${maximumKeys}.`);
  }
  return [...keys.values()];
}

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const optionFile = z.object({
  value: z.number().int(),
  label: z.string(),
  state: z.number().int().optional(),
});

const columnFile = z.object({
  logicalName: z.string(),
  schemaName: z.string(),
  displayName: z.string().optional(),
  type: z.enum([
    'String',
    'Memo',
    'Integer',
    'BigInt',
    'Decimal',
    'Double',
    'Money',
    'Boolean',
    'Picklist',
    'State',
    'Status',
    'DateTime',
    'Lookup',
    'Customer',
    'Owner',
    'Uniqueidentifier',
    'Image',
    'EntityName',
    'ManagedProperty',
  ]),
  access: z.enum(['create', 'update', 'read', 'write']).optional(),
  requiredLevel: z.enum(['none', 'recommended', 'required', 'systemRequired']).optional(),
  maxLength: z.number().int().optional(),
  format: z.string().optional(),
  behavior: z.enum(['UserLocal', 'DateOnly', 'TimeZoneIndependent']).optional(),
  precision: z.number().int().optional(),
  precisionSource: z.union([z.literal(0), z.literal(1), z.literal(2)]).optional(),
  options: z.array(optionFile).optional(),
  targets: z.array(z.string()).optional(),
  navigationProperty: z.string().nullable().optional(),
  navigationProperties: z.record(z.string(), z.string()).optional(),
});

const relationshipFile = z.object({
  name: z.string(),
  table: z.string(),
  lookup: z.string(),
  cascade: z.enum(['parental', 'deleteCascade', 'restrict']).optional(),
});

const privilegesFile = z.object({
  name: z.string().optional(),
  rights: z.array(z.enum(['Create', 'Read', 'Write', 'Delete', 'Append', 'AppendTo', 'Assign', 'Share'])).optional(),
  depths: z.array(z.enum(['Basic', 'Local', 'Deep', 'Global'])).optional(),
  /** The table is guarded by the privileges of this name, e.g. units by Product. */
  uses: z.string().optional(),
});

const tableFile = z.object({
  logicalName: z.string(),
  schemaName: z.string(),
  entitySetName: z.string(),
  primaryId: z.string(),
  primaryName: z.string().optional(),
  ownership: z.enum(['user', 'organization', 'business', 'none']),
  objectTypeCode: z.number().int(),
  displayName: z.string(),
  displayCollectionName: z.string(),
  isIntersect: z.boolean().optional(),
  isActivity: z.boolean().optional(),
  privileges: privilegesFile,
  columns: z.array(columnFile),
  oneToMany: z.array(relationshipFile),
  manyToMany: z.array(z.object({ name: z.string(), table: z.string(), intersect: z.string() })),
});

export type OptionFile = z.infer<typeof optionFile>;
export type ColumnFile = z.infer<typeof columnFile>;
export type RelationshipFile = z.infer<typeof relationshipFile>;
export type TableFile = z.infer<typeof tableFile>;

let read: readonly TableFile[] | undefined;

/** The platform's and Sales' own tables as they are described in `tables/*.json`, in order of file name; read once. */
export function readTableFiles(): readonly TableFile[] {
  const folder = join(__dirname, 'tables');
  read ??= readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => tableFile.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))));
  return read;
}

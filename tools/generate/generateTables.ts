import type { FileTree } from '../files/fileTree';
import { readRelationships } from '../solution/readRelationships';
import { readTables } from '../solution/readTables';
import { fileName } from './names';
import { tableModule } from './tableModule';

/** The modules of `dataverse/generated/`: file name -> content, one for each table that the solution owns or extends. */
export function generateTables(sources: FileTree): Map<string, Uint8Array> {
  const relationships = readRelationships(sources);
  const modules = readTables(sources)
    .filter((table) => table.columns.length > 0)
    .map((table) => [`${fileName(table.schemaName)}.ts`, Buffer.from(tableModule(table, relationships))] as const);
  return new Map(modules);
}

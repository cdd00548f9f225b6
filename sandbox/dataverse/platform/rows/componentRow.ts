import type { Catalog } from '../../metadata/catalog';
import { stableId } from '../../metadata/identifiers';
import { baseLanguage, labelIn, type Labels } from '../../metadata/labels';
import type { Row } from '../../metadata/rows';

/** One row that shows a component of the catalogue. */
export interface ComponentRow {
  readonly table: string;
  readonly id: string;
  readonly values: Row;
}

/** What the rows are made from: the catalogue, and the business unit that holds the roles. */
export interface ComponentSource {
  readonly catalog: Catalog;
  readonly rootBusinessUnitId: string;
}

/** Managed properties and state that every component row shows. */
export const customizable: Row = { iscustomizable: true, canbedeleted: true, componentstate: 0 };

/** The text in the base language, or null. */
export function text(labels: Labels): string | null {
  return labelIn(labels, baseLanguage) ?? null;
}

/** Id of the solution; the platform's own components belong to one that has no record. */
export function solutionId(catalog: Catalog, uniqueName: string): string {
  return catalog.solutions.get(uniqueName)?.id ?? stableId('solution', uniqueName);
}

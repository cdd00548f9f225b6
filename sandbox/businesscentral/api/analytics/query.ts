import type { EntityDefinition } from '../entity';
import { EntitySet } from '../entitySet';

/** A query: its rows have no id and no ETag. */
export function query<Row>(definition: Omit<EntityDefinition<Row>, 'idOf'>): EntitySet<Row> {
  return new EntitySet<Row>({ ...definition, idOf: () => '', hasKey: false });
}

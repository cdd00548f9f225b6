import { DataverseError } from './dataverseError';
import type { ChoiceColumn } from '../metadata/columns';
import type { Table } from '../metadata/model';
import type { Row, RowValue } from '../metadata/rows';

/** State and status reason of a new row: active, with its default reason unless another reason of that state is given. */
export function initialStatus(table: Table, values: Row, id: string): Row {
  const state = choice(table, 'statecode');
  const status = choice(table, 'statuscode');
  if (state === undefined || status === undefined) return {};
  // A state cannot be given at creation: every row begins in the first one.
  const first = state.defaultValue ?? state.optionSet.options[0]?.value ?? 0;
  const reason = values.statuscode ?? defaultReason(state, status, first);
  demandReason(table, state, status, first, reason, id);
  return { statecode: first, statuscode: reason };
}

/** Completes a change of state or status reason: the other one follows, or must fit. */
export function changedStatus(table: Table, values: Row, before: Row, id: string): Row {
  const state = choice(table, 'statecode');
  const status = choice(table, 'statuscode');
  if (state === undefined || status === undefined) return {};
  if (values.statecode === undefined && values.statuscode === undefined) return {};
  const next = values.statecode ?? before.statecode ?? 0;
  if (typeof next !== 'number') return {};
  const kept = next === before.statecode ? before.statuscode : undefined;
  const reason = values.statuscode ?? kept ?? defaultReason(state, status, next);
  demandReason(table, state, status, next, reason, id);
  return { statecode: next, statuscode: reason };
}

function choice(table: Table, column: string): ChoiceColumn | undefined {
  const found = table.columns.get(column);
  return found !== undefined && 'optionSet' in found ? found : undefined;
}

function defaultReason(state: ChoiceColumn, status: ChoiceColumn, value: number): RowValue {
  const declared = state.optionSet.options.find((option) => option.value === value)?.defaultStatus;
  return declared ?? status.optionSet.options.find((option) => option.state === value)?.value ?? null;
}

function demandReason(
  table: Table,
  state: ChoiceColumn,
  status: ChoiceColumn,
  value: number,
  reason: RowValue,
  id: string,
): void {
  if (status.optionSet.options.some((option) => option.value === reason && option.state === value)) return;
  const name = state.optionSet.options
    .find((option) => option.value === value)
    ?.label.values()
    .next().value;
  throw new DataverseError(
    400,
    '0x80048408',
    `${typeof reason === 'number' ? reason : 'null'} is not a valid status code for state code ${table.schemaName}State.${name ?? value} on ` +
      `${table.logicalName} with Id ${id}.`,
  );
}

import { z } from 'zod';
import type { Privilege } from '../metadata/components';
import { stableId } from '../metadata/identifiers';
import file from './miscellaneousPrivileges.json';

const parsed = z.record(z.string(), z.array(z.enum(['Basic', 'Local', 'Deep', 'Global']))).parse(file);

/**
 * Privileges that exist in every organization and guard no table of the sandbox: tasks (import, publish, impersonate)
 * and tables that it does not have. Roles may name them; they are kept and reported, and have no other effect.
 */
export const miscellaneousPrivileges: readonly Privilege[] = Object.entries(parsed).map(([name, depths]) => ({
  id: stableId('privilege', name.toLowerCase()),
  name,
  verb: undefined,
  tables: [],
  depths,
}));

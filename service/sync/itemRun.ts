import type { BusinessCentralItemReader } from './itemPorts';
import type { Clock } from './ports';
import type { RunContext } from './runContext';

/** What every step of a synchronization of items shares. */
export interface ItemRun extends Pick<
  RunContext,
  | 'store'
  | 'connectionId'
  | 'read'
  | 'write'
  | 'startedOn'
  | 'full'
  | 'dryRun'
  | 'failures'
  | 'problems'
  | 'progress'
  | 'recentRefreshes'
> {
  readonly reader: BusinessCentralItemReader;
  readonly clock: Clock;
  /** False: only the items that somebody asked for. */
  readonly isWhole: boolean;
}

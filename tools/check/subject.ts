import type { FileTree } from '../files/fileTree';
import type { SolutionModel } from '../solution/readModel';

/** A solution's sources and what was packed from them. */
export interface Subject {
  /** The complete layout, with built controls and web resources. */
  readonly sources: FileTree;
  readonly model: SolutionModel;
  readonly unmanaged: Package;
  readonly managed: Package;
}

export interface Package {
  /** File name of the zip, for messages. */
  readonly name: string;
  readonly entries: FileTree;
  /** Bytes of the zip. */
  readonly size: number;
}

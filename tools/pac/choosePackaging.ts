import { CliWrapper } from './cliWrapper';
import { PacCommand } from './pacCommand';
import type { SolutionPackaging } from './solutionPackaging';

/**
 * The wrapper where it is installed, else the plain command.
 * @param pacPath the Power Platform CLI; `pac` lets the system search its PATH
 */
export async function choosePackaging(
  pacPath: string,
  load: (name: string) => Promise<unknown> = (name) => import(name),
): Promise<SolutionPackaging> {
  return (await CliWrapper.load(load, pacPath)) ?? new PacCommand(pacPath);
}

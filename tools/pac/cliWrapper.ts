import { dirname } from 'node:path';
import { z } from 'zod';
import { PackagingFailed, type PackRequest, type SolutionPackaging } from './solutionPackaging';

/** The npm name of the wrapper. It is on GitHub Packages only, hence an optional peer. */
export const wrapperPackage = '@microsoft/powerplatform-cli-wrapper';

interface HostParameterEntry {
  readonly name: string;
  readonly required: boolean;
  readonly defaultValue?: boolean | string;
}

interface WrapperLogger {
  log(...lines: string[]): void;
  debug(...lines: string[]): void;
  warn(...lines: string[]): void;
  error(...lines: string[]): void;
}

interface RunnerParameters {
  workingDir: string;
  runnersDir: string;
  pacPath: string;
  logger: WrapperLogger;
  agent: string;
}

interface HostAbstractions {
  name: string;
  getInput(entry: HostParameterEntry): string | undefined;
  getArtifactStore(): { getTempFolder(): string; upload(name: string, files: string[]): Promise<void> };
}

type PackSolution = (
  parameters: Readonly<Record<string, HostParameterEntry | boolean>>,
  runner: RunnerParameters,
  host: HostAbstractions,
) => Promise<void>;

const wrapperModule = z.object({
  actions: z.object({ packSolution: z.custom<PackSolution>((value) => typeof value === 'function') }),
});

/** Packs through Microsoft's wrapper of the Power Platform CLI. */
export class CliWrapper implements SolutionPackaging {
  readonly name = wrapperPackage;

  private constructor(
    private readonly packSolution: PackSolution,
    private readonly pacPath: string,
  ) {}

  /**
   * Loads the wrapper.
   * @param load imports a package by name
   * @param pacPath where the Power Platform CLI is; the wrapper does not search the PATH by itself
   * @returns undefined when the package is not installed, or is not the wrapper that we know
   */
  static async load(load: (name: string) => Promise<unknown>, pacPath: string): Promise<CliWrapper | undefined> {
    const loaded = await load(wrapperPackage).catch(() => undefined);
    const parsed = wrapperModule.safeParse(loaded);
    return parsed.success ? new CliWrapper(parsed.data.actions.packSolution, pacPath) : undefined;
  }

  async pack(request: PackRequest): Promise<readonly string[]> {
    const lines: string[] = [];
    const inputs = new Map([
      ['SolutionOutputFile', request.zipFile],
      ['SolutionSourceFolder', request.folder],
      ['SolutionType', 'Both'],
    ]);
    const parameters = {
      solutionZipFile: { name: 'SolutionOutputFile', required: true },
      sourceFolder: { name: 'SolutionSourceFolder', required: true },
      solutionType: { name: 'SolutionType', required: true },
      logToConsole: false,
    };
    try {
      await this.packSolution(parameters, this.runner(request, lines), hostOf(inputs, request));
    } catch (error) {
      throw new PackagingFailed(error instanceof Error ? error.message : String(error), lines);
    }
    return lines;
  }

  private runner(request: PackRequest, lines: string[]): RunnerParameters {
    const keep = (...texts: string[]): void => void lines.push(...texts);
    return {
      workingDir: request.folder,
      runnersDir: dirname(this.pacPath),
      pacPath: this.pacPath,
      logger: { log: keep, debug: () => undefined, warn: keep, error: keep },
      agent: 'business-central-integration',
    };
  }
}

function hostOf(inputs: ReadonlyMap<string, string>, request: PackRequest): HostAbstractions {
  return {
    name: 'business-central-integration',
    getInput: (entry) => inputs.get(entry.name),
    getArtifactStore: () => ({ getTempFolder: () => dirname(request.zipFile), upload: () => Promise.resolve() }),
  };
}

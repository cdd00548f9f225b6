import { spawn } from 'node:child_process';
import { PackagingFailed, PackagingUnavailable, type PackRequest, type SolutionPackaging } from './solutionPackaging';

/** Starts `pac solution pack` itself, with whatever version is installed. */
export class PacCommand implements SolutionPackaging {
  readonly name: string;

  /** @param command the executable: `pac` on the PATH, or a path */
  constructor(private readonly command: string) {
    this.name = `the command ${command}`;
  }

  async pack(request: PackRequest): Promise<readonly string[]> {
    const { exitCode, lines } = await this.run([
      'solution',
      'pack',
      '--zipFile',
      request.zipFile,
      '--folder',
      request.folder,
      '--packageType',
      'Both',
    ]);
    if (exitCode !== 0) throw new PackagingFailed(`exit code ${exitCode}.`, lines);
    return lines;
  }

  private run(args: readonly string[]): Promise<{ exitCode: number; lines: string[] }> {
    return new Promise((resolve, reject) => {
      let output = '';
      const child = spawn(this.command, args, { env: { ...process.env, PP_TOOLS_TELEMETRY_OPTOUT: '1' } });
      child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
      child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
      child.on('error', (error) => reject(new PackagingUnavailable(`${this.command}: ${error.message}`)));
      child.on('close', (code) => {
        const lines = output.split(/\r?\n/).filter((line) => line.trim() !== '');
        resolve({ exitCode: code ?? 1, lines });
      });
    });
  }
}

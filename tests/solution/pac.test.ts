import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { choosePackaging } from '../../tools/pac/choosePackaging';
import { wrapperPackage } from '../../tools/pac/cliWrapper';
import { PacCommand } from '../../tools/pac/pacCommand';
import { PackagingFailed, PackagingUnavailable } from '../../tools/pac/solutionPackaging';

const folder = mkdtempSync(join(tmpdir(), 'pac-'));
const request = { folder: join(folder, 'solution'), zipFile: join(folder, 'out', 'Sample.zip') };
afterAll(() => rmSync(folder, { recursive: true }));

/** An executable that stands for pac: prints its arguments and its telemetry setting, and ends with that code. */
function fakePac(exitCode: number): string {
  const path = join(folder, `pac-${exitCode}`);
  const script = `console.log(process.argv.slice(2).join(' '));console.error('opt-out ' + process.env.PP_TOOLS_TELEMETRY_OPTOUT);process.exitCode=${exitCode};`;
  writeFileSync(path, `#!${process.execPath}\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

const notInstalled = (): Promise<unknown> => Promise.reject(new Error('Cannot find package'));

interface Call {
  parameters: Record<string, unknown>;
  runner: { workingDir: string; pacPath: string; logger: { log: (line: string) => void } };
  host: { name: string; getInput: (entry: { name: string; required: boolean }) => string | undefined };
}

/** A module that stands for the wrapper and keeps what it was called with. */
function fakeWrapper(calls: Call[], fail = false): (name: string) => Promise<unknown> {
  const packSolution = (parameters: Call['parameters'], runner: Call['runner'], host: Call['host']): Promise<void> => {
    calls.push({ parameters, runner, host });
    runner.logger.log('Solution packed');
    return fail ? Promise.reject(new Error('pac exited with 1')) : Promise.resolve();
  };
  return (name) => (name === wrapperPackage ? Promise.resolve({ actions: { packSolution } }) : notInstalled());
}

describe('Without the wrapper', () => {
  it('the plain command packs both types', async () => {
    const packaging = await choosePackaging(fakePac(0), notInstalled);
    expect(packaging).toBeInstanceOf(PacCommand);
    expect(await packaging.pack(request)).toEqual([
      `solution pack --zipFile ${request.zipFile} --folder ${request.folder} --packageType Both`,
      'opt-out 1',
    ]);
  });

  it('a refusal of the command is told with what it printed', async () => {
    const packed = new PacCommand(fakePac(3)).pack(request);
    await expect(packed).rejects.toThrow(PackagingFailed);
    await expect(packed).rejects.toThrow(/exit code 3\.\nsolution pack --zipFile/);
  });

  it('and without the command it says what is missing and that it is optional', async () => {
    const packed = new PacCommand(join(folder, 'no-such-pac')).pack(request);
    await expect(packed).rejects.toThrow(PackagingUnavailable);
    await expect(packed).rejects.toThrow(/no-such-pac.*It is optional\. Install it .*PAC_PATH/);
  });
});

describe('With the wrapper', () => {
  it('its action gets folder, zip and type through the host', async () => {
    const calls: Call[] = [];
    const packaging = await choosePackaging('/opt/pac', fakeWrapper(calls));
    expect(packaging.name).toBe(wrapperPackage);
    expect(await packaging.pack(request)).toEqual(['Solution packed']);
    const [call] = calls;
    const inputs = Object.entries(call?.parameters ?? {}).map(([name, entry]) => [
      name,
      typeof entry === 'object' && entry !== null && 'name' in entry
        ? call?.host.getInput({ name: String(entry.name), required: true })
        : entry,
    ]);
    expect(Object.fromEntries(inputs)).toEqual({
      solutionZipFile: request.zipFile,
      sourceFolder: request.folder,
      solutionType: 'Both',
      logToConsole: false,
    });
    expect(call?.runner).toMatchObject({ workingDir: request.folder, pacPath: '/opt/pac' });
  });

  it('a refusal is told with what it logged', async () => {
    const packed = (await choosePackaging('pac', fakeWrapper([], true))).pack(request);
    await expect(packed).rejects.toThrow(PackagingFailed);
    await expect(packed).rejects.toThrow('pac exited with 1\nSolution packed');
  });

  it('a package of that name with other content is not used', async () => {
    const packaging = await choosePackaging('pac', () => Promise.resolve({ actions: {} }));
    expect(packaging).toBeInstanceOf(PacCommand);
  });
});

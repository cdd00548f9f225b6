import type { ImportContext } from './draft';
import { SolutionRefused } from './refusal';

/** The content of a part that the file names as `/Folder/name`; marks it as used. */
export function takePart(context: ImportContext, fileName: string, type: number, component: string): Uint8Array {
  const name = fileName.replace(/^\//u, '');
  const content = context.parts.get(name);
  if (!content) {
    throw new SolutionRefused('invalidFile', `The file has no part '${name}', which ${component} needs.`, {
      type,
      name: component,
    });
  }
  context.usedParts.add(name);
  return content;
}

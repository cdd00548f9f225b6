import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { validateXML, type XMLFileInfo } from 'xmllint-wasm';
import { descendantsOf } from '../xml/element';
import { writeXml } from '../xml/write';
import { kindOfFinding, type Finding } from './finding';
import type { Package, Subject } from './subject';

const invalid = kindOfFinding('schema', 'Dataverse validates against the same schema and refuses the import.');

const entrySchema = 'CustomizationsSolution.xsd';

/** Microsoft's schemas of solution files. They are not ours to give away; undefined when they are not on this machine. */
export function findSchemas(folders: readonly (string | undefined)[]): string | undefined {
  return folders.find((folder) => folder !== undefined && existsSync(join(folder, entrySchema)));
}

/** customizations.xml of both packages, every form and every ribbon keep to Microsoft's schemas. */
export async function checkSchemas(
  { sources, model, unmanaged, managed }: Subject,
  folder: string,
): Promise<Finding[]> {
  const schemas = readSchemas(folder);
  const forms = model.forms.flatMap((form) =>
    descendantsOf(form.element, 'form').map((element) => ({ fileName: form.file, contents: writeXml(element) })),
  );
  const ribbons = model.ribbons.map(({ file }) => ({
    fileName: file,
    contents: sources.get(file) ?? new Uint8Array(),
  }));
  const findings = [
    await validate([unmanaged, managed].flatMap(customizationsOf), entrySchema, schemas),
    await validate(forms, 'FormXml.xsd', schemas),
    await validate(ribbons, 'RibbonCore.xsd', schemas),
  ];
  return findings.flat();
}

function customizationsOf(zip: Package): XMLFileInfo[] {
  const contents = zip.entries.get('customizations.xml');
  return contents === undefined ? [] : [{ fileName: `${zip.name}/customizations.xml`, contents }];
}

function readSchemas(folder: string): XMLFileInfo[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.xsd'))
    .map((fileName) => ({ fileName, contents: readFileSync(join(folder, fileName), 'utf8') }));
}

async function validate(
  files: readonly XMLFileInfo[],
  schema: string,
  schemas: readonly XMLFileInfo[],
): Promise<Finding[]> {
  if (files.length === 0) return [];
  // Inside the validator files are told apart by a plain name.
  const named = files.map(({ contents }, index) => ({ fileName: `${index}.xml`, contents }));
  const result = await validateXML({
    xml: named,
    schema: schemas.filter(({ fileName }) => fileName === schema),
    preload: schemas.filter(({ fileName }) => fileName !== schema),
    maxMemoryPages: 16_384,
  });
  return result.errors.map((error) => {
    const index = Number(error.loc?.fileName.replace('.xml', '') ?? 0);
    const place = { file: files[index]?.fileName ?? schema, element: { line: error.loc?.lineNumber ?? 0 } };
    return invalid(place, error.message.replace(/^Schemas validity error : /, ''), 'Write it as the schema says.');
  });
}

import type { FileTree } from '../files/fileTree';
import { readModel } from '../solution/readModel';
import { parseXml, XmlError } from '../xml/parse';
import { checkApps } from './apps';
import { kindOfFinding, type Finding } from './finding';
import { checkFormControls } from './formControls';
import { checkFormFields } from './formFields';
import { checkFormScripts } from './formScripts';
import { checkIdentifiers } from './identifiers';
import { checkNames } from './names';
import { checkPackages } from './packages';
import { checkParts } from './parts';
import { checkPrivileges } from './privileges';
import { checkRelationships } from './relationships';
import { checkRibbons } from './ribbons';
import { checkRootComponents } from './rootComponents';
import { checkSchemas } from './schemas';
import type { Package, Subject } from './subject';
import { checkTables } from './tables';
import { checkTranslations } from './translations';
import { checkViews } from './views';
import { checkWebResources } from './webResources';

const malformed = kindOfFinding('xml-malformed', 'Nothing can read the file.');

const checks: readonly ((subject: Subject) => Finding[])[] = [
  checkRootComponents,
  checkParts,
  checkNames,
  checkIdentifiers,
  checkTables,
  checkRelationships,
  checkFormFields,
  checkFormControls,
  checkFormScripts,
  checkViews,
  checkWebResources,
  checkRibbons,
  checkApps,
  checkPrivileges,
  checkTranslations,
  checkPackages,
];

/**
 * Every fault of a solution that can be found without a Dataverse environment.
 * @param sources the complete layout, with built controls and web resources
 * @param schemas folder of Microsoft's schemas; undefined leaves the validation against them out
 */
export async function checkSolution(
  sources: FileTree,
  unmanaged: Package,
  managed: Package,
  schemas: string | undefined,
): Promise<Finding[]> {
  const unreadable = checkWellFormed(sources);
  if (unreadable.length > 0) return unreadable;
  const subject: Subject = { sources, model: readModel(sources), unmanaged, managed };
  const findings = checks.flatMap((check) => check(subject));
  return schemas === undefined ? findings : [...findings, ...(await checkSchemas(subject, schemas))];
}

function checkWellFormed(sources: FileTree): Finding[] {
  return [...sources]
    .filter(([file]) => file.endsWith('.xml') || file.endsWith('.resx'))
    .flatMap(([file, content]) => {
      try {
        parseXml(content, file);
        return [];
      } catch (error) {
        if (!(error instanceof XmlError)) throw error;
        return [malformed({ file, element: error }, error.message, 'Correct the file.')];
      }
    });
}

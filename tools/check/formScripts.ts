import { mayHaveColumn, type SolutionModel, type TableComponent } from '../solution/readModel';
import { attributeOf, descendantsOf, textAt } from '../xml/element';
import { kindOfFinding, type Finding } from './finding';
import type { Subject } from './subject';

const notLoaded = kindOfFinding('form-library-missing', 'The event fails: the form does not load the script.');
const noScript = kindOfFinding('form-library-type', 'A form can run web resources of type script only.');
const columnUnknown = kindOfFinding('event-column-unknown', 'The event never happens.');

/** Type of a web resource that holds JavaScript. */
const scriptType = '3';

/** Forms load the scripts whose functions their events name, and events are of columns that exist. */
export function checkFormScripts({ model }: Subject): Finding[] {
  return model.forms.flatMap((form) => [...checkLibraries(model, form), ...checkEvents(model, form)]);
}

function checkLibraries(model: SolutionModel, form: TableComponent): Finding[] {
  const libraries = descendantsOf(form.element, 'Library');
  const loaded = new Set(libraries.map((library) => attributeOf(library, 'name')));
  const scripts = new Map(model.webResources.map(({ name, element }) => [name, textAt(element, 'WebResourceType')]));
  const wrong = libraries.filter((library) => (scripts.get(attributeOf(library, 'name')) ?? scriptType) !== scriptType);
  return [
    ...wrong.map((element) =>
      noScript({ file: form.file, element }, `${attributeOf(element, 'name')} is no script.`, 'Name a script.'),
    ),
    ...descendantsOf(form.element, 'Handler')
      .filter((handler) => !loaded.has(attributeOf(handler, 'libraryName')))
      .map((element) => {
        const what = `${attributeOf(element, 'functionName')} is in ${attributeOf(element, 'libraryName')}, which is not loaded.`;
        return notLoaded({ file: form.file, element }, what, 'Add the library to formLibraries.');
      }),
  ];
}

function checkEvents(model: SolutionModel, form: TableComponent): Finding[] {
  return descendantsOf(form.element, 'event')
    .filter((event) => attributeOf(event, 'attribute') !== '')
    .filter((event) => !mayHaveColumn(model, form.table, attributeOf(event, 'attribute')))
    .map((element) =>
      columnUnknown(
        { file: form.file, element },
        `${form.table} has no column ${attributeOf(element, 'attribute')}.`,
        'Correct the attribute of the event.',
      ),
    );
}

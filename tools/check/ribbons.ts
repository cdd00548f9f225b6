import type { Component } from '../solution/readModel';
import { attributeOf, childrenOf, descendantsOf, elementAt, withDescendants, type XmlElement } from '../xml/element';
import { kindOfFinding, type Finding } from './finding';
import type { Subject } from './subject';

const commandUnknown = kindOfFinding('ribbon-command-unknown', 'The button does nothing.');
const ruleUnknown = kindOfFinding('ribbon-rule-unknown', 'The command bar does not load.');
const labelUnknown = kindOfFinding('ribbon-label-unknown', 'The button shows the name of its label.');

/** Commands, rules and labels that a ribbon uses are defined in it, or are Microsoft's. */
export function checkRibbons({ model }: Subject): Finding[] {
  return model.ribbons.flatMap((ribbon) => [
    ...checkCommands(ribbon),
    ...checkRules(ribbon, 'EnableRules', 'EnableRule'),
    ...checkRules(ribbon, 'DisplayRules', 'DisplayRule'),
    ...checkLabels(ribbon),
  ]);
}

function checkCommands({ file, element: ribbon }: Component): Finding[] {
  const defined = idsOf(descendantsOf(ribbon, 'CommandDefinition'));
  return withDescendants(ribbon)
    .filter((element) => isUndefined(attributeOf(element, 'Command'), defined))
    .map((element) =>
      commandUnknown(
        { file, element },
        `Command ${attributeOf(element, 'Command')} is not defined.`,
        'Add a CommandDefinition.',
      ),
    );
}

function checkRules({ file, element: ribbon }: Component, list: string, rule: string): Finding[] {
  const defined = idsOf(childrenOf(elementAt(ribbon, 'RuleDefinitions', list), rule));
  return descendantsOf(elementAt(ribbon, 'CommandDefinitions'), rule)
    .filter((element) => isUndefined(attributeOf(element, 'Id'), defined))
    .map((element) =>
      ruleUnknown(
        { file, element },
        `${rule} ${attributeOf(element, 'Id')} is not defined.`,
        `Add it to RuleDefinitions/${list}.`,
      ),
    );
}

function checkLabels({ file, element: ribbon }: Component): Finding[] {
  const defined = idsOf(descendantsOf(ribbon, 'LocLabel'));
  return withDescendants(ribbon).flatMap((element) =>
    Object.values(element.attributes)
      .filter((value) => value.startsWith('$LocLabels:'))
      .map((value) => value.slice('$LocLabels:'.length))
      .filter((id) => !defined.has(id))
      .map((id) => labelUnknown({ file, element }, `Label ${id} is not defined.`, 'Add a LocLabel.')),
  );
}

function idsOf(elements: readonly XmlElement[]): Set<string> {
  return new Set(elements.map((element) => attributeOf(element, 'Id')));
}

function isUndefined(id: string, defined: ReadonlySet<string>): boolean {
  return id !== '' && !id.startsWith('Mscrm.') && !defined.has(id);
}

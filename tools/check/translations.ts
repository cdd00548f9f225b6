import { attributeOf, descendantsOf, textAt, withDescendants, type XmlElement } from '../xml/element';
import { parseXml } from '../xml/parse';
import { kindOfFinding, type Finding } from './finding';
import type { Subject } from './subject';

const untranslated = kindOfFinding('text-untranslated', 'Users of that language would read another one.');
const repeated = kindOfFinding('text-repeated', 'Only one of two texts in a language is shown.');
const unknownLanguage = kindOfFinding(
  'text-language-unknown',
  'The text is never shown: its language is not one of the solution.',
);
const languageMissing = kindOfFinding('control-language-missing', 'The control falls back to English for these users.');
const keyMissing = kindOfFinding('control-text-missing', 'The control shows the key instead of a text.');
const manifestKey = kindOfFinding('control-manifest-text-missing', 'The form editor shows the key instead of a text.');

const baseLanguage = '1033';

/** Every text of the solution and of its controls is there in every language of the solution. */
export function checkTranslations(subject: Subject): Finding[] {
  return [...checkLabels(subject), ...checkControlTexts(subject)];
}

function checkLabels({ sources, model }: Subject): Finding[] {
  return [...sources]
    .filter(([file]) => file.endsWith('.xml') && !file.startsWith('Controls/'))
    .flatMap(([file, content]) =>
      withDescendants(parseXml(content, file)).flatMap((list) => checkLabelList(file, list, model.languages)),
    );
}

/** A list of labels is any element whose children carry a language and a text: labels, LocalizedNames, Titles, ... */
function checkLabelList(file: string, list: XmlElement, languages: readonly string[]): Finding[] {
  const labels = list.children.filter((child) => languageOf(child) !== '' && textOf(child) !== undefined);
  if (labels.length === 0) return [];
  const texts = new Map(labels.map((label) => [languageOf(label), textOf(label) ?? '']));
  const base = texts.get(baseLanguage);
  const place = { file, element: list };
  const findings = labels
    .filter((label) => !languages.includes(languageOf(label)))
    .map((label) =>
      unknownLanguage(
        { file, element: label },
        `Language ${languageOf(label)} is not in Languages.`,
        'Remove it, or add the language.',
      ),
    );
  if (texts.size < labels.length)
    findings.push(repeated(place, 'A language is there twice.', 'Keep one text for each language.'));
  if (base === '' && [...texts.values()].every((text) => text.trim() === '')) return findings;
  const missing = languages.filter((language) => (texts.get(language) ?? '').trim() === '');
  if (missing.length > 0) {
    findings.push(untranslated(place, `"${base ?? ''}" has no text in ${missing.join(', ')}.`, 'Add the translation.'));
  }
  return findings;
}

function languageOf(label: XmlElement): string {
  return attributeOf(label, 'languagecode') || attributeOf(label, 'LCID');
}

function textOf(label: XmlElement): string | undefined {
  return label.attributes.description ?? label.attributes.Title ?? label.attributes.text;
}

function checkControlTexts({ sources, model }: Subject): Finding[] {
  return model.controls.flatMap((control) => {
    const folder = control.file.replace(/ControlManifest\.xml\.data\.xml$/, '');
    const texts = new Map<string, Map<string, string>>();
    for (const resource of descendantsOf(control.manifest, 'resx')) {
      const path = folder + attributeOf(resource, 'path');
      const language = /\.(\d{4})\.resx$/.exec(path)?.[1];
      const content = sources.get(path);
      if (language !== undefined && content !== undefined) texts.set(language, readResx(content, path));
    }
    const keys = new Set([...texts.values()].flatMap((language) => [...language.keys()]));
    if (control.manifest !== undefined && texts.size === 0) {
      return [languageMissing(control, 'The control has no texts at all.', 'Add a resx file for each language.')];
    }
    return [
      ...model.languages
        .filter((language) => control.manifest !== undefined && !texts.has(language))
        .map((language) =>
          languageMissing(control, `No resx file for ${language}.`, 'Add it and name it in the manifest.'),
        ),
      ...[...texts].flatMap(([language, known]) =>
        [...keys]
          .filter((key) => (known.get(key) ?? '').trim() === '')
          .map((key) => keyMissing(control, `${key} has no text in ${language}.`, 'Add it to the resx file.')),
      ),
      ...manifestKeys(control.manifest)
        .filter((key) => !keys.has(key))
        .map((key) => manifestKey(control, `${key} is in no resx file.`, 'Add the key to each.')),
    ];
  });
}

function readResx(content: Uint8Array, path: string): Map<string, string> {
  const entries = descendantsOf(parseXml(content, path), 'data');
  return new Map(entries.map((entry) => [attributeOf(entry, 'name'), textAt(entry, 'value')]));
}

function manifestKeys(manifest: XmlElement | undefined): string[] {
  if (manifest === undefined) return [];
  return withDescendants(manifest)
    .flatMap((element) => [attributeOf(element, 'display-name-key'), attributeOf(element, 'description-key')])
    .filter((key) => key !== '');
}

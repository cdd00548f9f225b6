import type { Labels } from '../labels';

/** A JSON value as the Web API writes it. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

export type JsonObject = Readonly<Record<string, Json>>;

/** One object of the metadata: what it says of itself, and what it leads to (`$expand`, or a further path segment). */
export interface Definition {
  /** Type name without namespace, e.g. `PicklistAttributeMetadata`. */
  readonly type: string;
  readonly properties: JsonObject;
  /** By name; a function each, so that only what is asked for is made. An array is a collection. */
  readonly navigation: Readonly<Record<string, () => Definition | readonly Definition[] | null>>;
}

/** What a reader of metadata wants to see. */
export interface DefinitionReader {
  /** LCID for `UserLocalizedLabel`. */
  readonly language: number;
}

function localizedLabel(text: string, languageCode: number, isManaged: boolean): JsonObject {
  return { Label: text, LanguageCode: languageCode, IsManaged: isManaged, MetadataId: null, HasChanged: null };
}

/** Dataverse's Label: all languages and the reader's own; without any text both are empty. */
export function label(labels: Labels, reader: DefinitionReader, isManaged: boolean): JsonObject {
  const all = [...labels].map(([language, text]) => localizedLabel(text, language, isManaged));
  const language = labels.has(reader.language) ? reader.language : labels.keys().next().value;
  const text = language === undefined ? undefined : labels.get(language);
  return {
    LocalizedLabels: all,
    UserLocalizedLabel: language === undefined || text === undefined ? null : localizedLabel(text, language, isManaged),
  };
}

/** Dataverse's BooleanManagedProperty. */
export function managedProperty(value: boolean, name: string): JsonObject {
  return { Value: value, CanBeChanged: true, ManagedPropertyLogicalName: name };
}

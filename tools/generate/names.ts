/** What a generated constant may not be called. */
const reserved = new Set([
  'default',
  'delete',
  'new',
  'class',
  'function',
  'return',
  'switch',
  'case',
  'import',
  'export',
]);

/** `bci_CreditLimit` -> `creditLimit`: the schema name without its publisher prefix, as a TypeScript identifier. */
export function constantName(schemaName: string): string {
  const name = lowerFirst(schemaName.replace(/^[a-z][a-z0-9]*_/, ''));
  return reserved.has(name) ? `${name}Column` : name;
}

/** `bci_OpenInvoice` -> `BciOpenInvoice`: the schema name with its prefix, for types. */
export function typeName(schemaName: string): string {
  return schemaName
    .split('_')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');
}

/** `bci_OpenInvoice` -> `bciOpenInvoice`: the name of the table's generated file, without extension. */
export function fileName(schemaName: string): string {
  return lowerFirst(typeName(schemaName));
}

/** `Succeeded with problems` -> `succeededWithProblems`: a choice's English label as a member name. */
export function memberName(label: string): string {
  const words = label.match(/[A-Za-z0-9]+/g) ?? [];
  const name = words.map((word, index) =>
    index === 0 ? lowerFirst(word) : word.charAt(0).toUpperCase() + word.slice(1),
  );
  return /^\d/.test(name.join('')) ? `value${name.join('')}` : name.join('');
}

/** `BciCustomer` -> `bciCustomer`, `UTCConversion` -> `utcConversion`. */
function lowerFirst(text: string): string {
  return text.replace(/^[A-Z]+(?=[A-Z][a-z]|$)|^[A-Z]/, (start) => start.toLowerCase());
}

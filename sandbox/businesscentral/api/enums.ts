/** An enum member's name on the wire: what is not legal in an XML name is written `_xHHHH_`. */
export function encodeMember(name: string): string {
  const text = name === '' ? ' ' : name;
  return text.replace(/[^A-Za-z0-9_]/g, (character) => `_x${codeOf(character)}_`);
}

function codeOf(character: string): string {
  return character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
}

/** The member's name that a client meant: `_x0020_` and a blank are the same. */
export function decodeMember(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_whole, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

import { createHash } from 'node:crypto';

export const NULL_GUID = '00000000-0000-0000-0000-000000000000';

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export function isGuid(text: string): boolean {
  return GUID.test(text);
}

/** The same GUID for the same parts, on every machine and at every start. */
export function stableId(...parts: readonly (string | number)[]): string {
  const hex = createHash('sha256').update(parts.join('\u0000')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** What a numbered id stands for; `document` and `line` are 0 for a customer. */
export interface NumberedId {
  readonly account: number;
  readonly document: number;
  readonly line: number;
}

/**
 * Ids of generated companies carry their place, so that no index of a million documents is kept:
 * `<account>-<0>-4<document>-8<line>-<company>`. They are in the order of their places.
 */
export class NumberedIds {
  private readonly suffix: string;

  constructor(seed: string) {
    this.suffix = createHash('sha256').update(seed).digest('hex').slice(0, 12);
  }

  format(account: number, document = 0, line = 0): string {
    return `${hex(account + 1, 8)}-0000-4${hex(document, 3)}-8${hex(line, 3)}-${this.suffix}`;
  }

  parse(id: string): NumberedId | undefined {
    const [account = '', , document = '', line = '', suffix] = id.toLowerCase().split('-');
    if (suffix !== this.suffix || !isGuid(id)) {
      return undefined;
    }
    return {
      account: Number.parseInt(account, 16) - 1,
      document: Number.parseInt(document.slice(1), 16),
      line: Number.parseInt(line.slice(1), 16),
    };
  }
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}

/** What the switches of the sandbox choose. Kept in the address so that a state can be linked and tested. */
export interface Session {
  readonly user: string;
  readonly theme: Theme;
  readonly language: Language;
  readonly direction: 'auto' | 'ltr' | 'rtl';
  readonly width: 'full' | 'narrow' | 'phone';
}

export type Theme = 'light' | 'dark' | 'highContrast';
export type Language = 1033 | 1031 | 1030 | 1036;

export const users = [
  'seller@cronus.example',
  'availability@cronus.example',
  'newcomer@cronus.example',
  'admin@cronus.example',
  'sync@cronus.example',
] as const;

export const themes: readonly Theme[] = ['light', 'dark', 'highContrast'];
export const languages: readonly Language[] = [1033, 1031, 1030, 1036];
export const directions: readonly Session['direction'][] = ['auto', 'ltr', 'rtl'];
export const widths: readonly Session['width'][] = ['full', 'narrow', 'phone'];

/** Formats follow the user's region: the demo company is British. */
export const localeOf: Readonly<Record<Language, string>> = {
  1033: 'en-GB',
  1031: 'de-DE',
  1030: 'da-DK',
  1036: 'fr-FR',
};

function choice<T>(options: readonly T[], text: string | null, fallback: T): T {
  return options.find((option) => String(option) === text) ?? fallback;
}

/** Reads the session from the query of an address; anything unknown becomes the default. */
export function sessionOf(search: string): Session {
  const query = new URLSearchParams(search);
  return {
    user: query.get('user') ?? users[0],
    theme: choice(themes, query.get('theme'), 'light'),
    language: choice(languages, query.get('language'), 1033),
    direction: choice(directions, query.get('direction'), 'auto'),
    width: choice(widths, query.get('width'), 'full'),
  };
}

/** The query of an address that stands for the session. */
export function searchOf(session: Session): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(session)) query.set(name, String(value));
  return `?${query.toString()}`;
}

export function isRightToLeft(session: Session): boolean {
  return session.direction === 'rtl';
}

/** The local Dataverse takes the signed-in user of what the browser asks by itself, such as a link, from this cookie. */
export function signIn(user: string): void {
  document.cookie = `sandbox-user=${encodeURIComponent(user)}; path=/; SameSite=Lax`;
}

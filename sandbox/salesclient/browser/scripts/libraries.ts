const loading = new Map<string, Promise<void>>();

function load(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = `/WebResources/${name}`;
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(`There is no web resource '${name}'.`));
    document.head.appendChild(script);
  });
}

/** Runs a library of a form, once while the page is open. @throws {Error} when it is missing */
export function loadLibrary(name: string): Promise<void> {
  const known = loading.get(name);
  if (known) return known;
  const asked = load(name);
  loading.set(name, asked);
  // Trying again means asking again.
  asked.catch(() => loading.delete(name));
  return asked;
}

/** Runs the libraries one after the other; one that is missing does not keep the others from it. */
export async function loadLibraries(
  names: readonly string[],
  failed: (name: string, error: unknown) => void,
): Promise<void> {
  for (const name of names) {
    try {
      await loadLibrary(name);
    } catch (error) {
      failed(name, error);
    }
  }
}

/** A function by its name as a form says it, e.g. `BusinessCentral.Quote.onLoad`. @throws {Error} when there is none */
export function globalFunction(name: string): (...parameters: readonly unknown[]) => unknown {
  let owner: unknown = undefined;
  let found: unknown = window;
  for (const part of name.split('.')) {
    owner = found;
    found =
      (typeof found === 'object' && found !== null) || typeof found === 'function'
        ? Reflect.get(found, part)
        : undefined;
  }
  if (typeof found !== 'function') throw new Error(`There is no function '${name}'.`);
  const call = found;
  return (...parameters) => {
    const answer: unknown = Reflect.apply(call, owner, parameters);
    return answer;
  };
}

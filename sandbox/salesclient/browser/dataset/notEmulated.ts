/** For what the platform has and this client does not: it never pretends. @throws {Error} always */
export function notEmulated(name: string): never {
  throw new Error(`The sandbox does not emulate ${name}.`);
}

/** One request of a script, to be answered when the test says so. */
export interface FakeRequest {
  readonly table: string;
  readonly id: string;
  readonly options: string;
  answer(row: unknown): Promise<void>;
  refuse(): Promise<void>;
}

/** `Xrm.WebApi` for scripts under test. @returns the requests so far */
export function fakeWebApi(): readonly FakeRequest[] {
  const requests: FakeRequest[] = [];
  const retrieveRecord = (table: string, id: string, options: string): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const settled = (): Promise<void> => new Promise((done) => queueMicrotask(() => queueMicrotask(done)));
      requests.push({
        table,
        id,
        options,
        answer: (row) => {
          resolve(row);
          return settled();
        },
        refuse: () => {
          reject(new Error('Principal user is missing prvReadbci_Customer privilege'));
          return settled();
        },
      });
    });
  Object.assign(globalThis, { Xrm: { WebApi: { retrieveRecord } } });
  return requests;
}

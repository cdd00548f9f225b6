import type { Client } from './client';
import { errorOf, startClient } from './client';

describe('batches to the local Business Central', () => {
  let client: Client;
  const get = (path: string, headers?: Record<string, string>) => client.get(path, headers);

  beforeAll(async () => {
    client = await startClient();
  });
  afterAll(() => client.server.close());

  const id = () => client.server.companies[0]?.setup.id ?? '';
  const batch = (requests: readonly object[], headers?: Record<string, string>) =>
    client.send('POST', '$batch', { requests }, headers);

  it('answer each request by itself', async () => {
    const { json, status } = await batch([
      { id: '1', method: 'GET', url: `companies(${id()})/customers?$top=1&$select=number` },
      { method: 'GET', url: `companies(${id()})/nothing` },
      {
        id: '3',
        method: 'GET',
        url: `${client.server.apiUrl()}/customers?$top=1`,
        headers: { Company: 'CRONUS International Ltd.' },
      },
    ]);
    expect(status).toBe(200);
    const responses = [0, 1, 2].map((index) => json.at('responses').at(index));
    expect(responses.map((response) => [response.at('id').value, response.at('status').value])).toEqual([
      ['1', 200],
      [null, 404],
      ['3', 200],
    ]);
    expect(responses[0]?.at('body').rows).toHaveLength(1);
  });

  it('take everything back with Isolation: snapshot when one fails', async () => {
    const count = async () => (await get('~/customers/$count')).text;
    const before = await count();
    const requests = [
      { id: '1', method: 'POST', url: `companies(${id()})/customers`, body: { displayName: 'A' } },
      { id: '2', method: 'POST', url: `companies(${id()})/customers`, body: {} },
    ];
    expect((await batch(requests, { isolation: 'snapshot' })).json.at('responses').at(0).at('status').value).toBe(201);
    expect(await count()).toBe(before);
    await batch(requests);
    expect(Number(await count())).toBe(Number(before) + 1);
  });

  it('hold at most 100 requests', async () => {
    const many = Array.from({ length: 101 }, (_item, index) => ({
      id: String(index),
      method: 'GET',
      url: 'companies',
    }));
    expect(errorOf(await batch(many))[0]).toBe(400);
    expect((await batch(many.slice(1))).status).toBe(200);
  });

  it('may be multipart, too', async () => {
    const body = `--b\r\nContent-Type: application/http\r\n\r\nGET companies HTTP/1.1\r\n\r\n\r\n--b--\r\n`;
    const answer = await client.send('POST', '$batch', body, { 'content-type': 'multipart/mixed; boundary=b' });
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('HTTP/1.1 200 OK');
  });

  it('are refused when they are none', async () => {
    expect(errorOf(await client.send('POST', '$batch', 'nonsense'))[0]).toBe(400);
    expect(errorOf(await client.send('GET', '$batch'))[0]).toBe(405);
  });
});

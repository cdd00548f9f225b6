import fc from 'fast-check';
import { batchBody, parseBatchAnswer } from '../../../service/dataverse/batch';

function part(status: number, body: string, contentId?: number): string {
  const id = contentId === undefined ? '' : `Content-ID: ${contentId}\r\n`;
  return `--b\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n${id}\r\nHTTP/1.1 ${status} X\r\nOData-Version: 4.0\r\n\r\n${body}\r\n`;
}

function statuses(text: string, count: number): (number | undefined)[] {
  return parseBatchAnswer(text, count).map((answer) => answer?.status);
}

describe('the answer of a batch', () => {
  it('is read part by part, with headers and body', () => {
    const text = `${part(204, '')}${part(400, '{"error":{"code":"0x80040203","message":"no"}}')}--b--\r\n`;
    expect(parseBatchAnswer(text, 2)).toEqual([
      { status: 204, headers: { 'odata-version': '4.0' }, body: '' },
      { status: 400, headers: { 'odata-version': '4.0' }, body: '{"error":{"code":"0x80040203","message":"no"}}' },
    ]);
  });

  it('in another order is matched by Content-ID', () => {
    expect(statuses(`${part(404, '', 2)}${part(204, '', 1)}--b--`, 2)).toEqual([204, 404]);
  });

  it('with fewer parts than requests leaves the others open', () => {
    expect(statuses(`${part(204, '')}--b--`, 3)).toEqual([204, undefined, undefined]);
  });

  it('that breaks off does not count the part at the break', () => {
    expect(statuses(`${part(204, '')}${part(204, '').slice(0, 60)}`, 2)).toEqual([204, undefined]);
    expect(statuses(`${part(204, '')}${part(204, '')}`, 2)).toEqual([204, undefined]);
  });

  it('that is no multipart is an error', () => {
    expect(() => parseBatchAnswer('<html>Sign in</html>', 1)).toThrow(/multipart/);
  });

  it('cut anywhere never tells a status that was not sent', () => {
    const text = `${part(204, '')}${part(412, '{}')}--b--`;
    fc.assert(
      fc.property(fc.nat(text.length), (length) => {
        const cut = text.slice(0, length);
        if (!cut.startsWith('--b')) return;
        const [first, second] = statuses(cut, 2);
        expect([undefined, 204]).toContain(first);
        expect([undefined, 412]).toContain(second);
      }),
    );
  });
});

describe('the body of a batch', () => {
  it('holds each request with its method, address, headers and JSON', () => {
    const { text, contentType } = batchBody(
      [
        { method: 'PATCH', path: 'bci_customers(1)', headers: { 'If-Match': '*' }, json: { bci_name: 'Ü' } },
        { method: 'DELETE', path: 'bci_customers(2)' },
      ],
      '/api/data/v9.2/',
    );
    const boundary = contentType.split('boundary=')[1] ?? '';
    expect(text.split(`--${boundary}`)).toHaveLength(4);
    expect(text).toContain(
      'PATCH /api/data/v9.2/bci_customers(1) HTTP/1.1\r\nIf-Match: *\r\nContent-Type: application/json',
    );
    expect(text).toContain('{"bci_name":"Ü"}');
    expect(text).toContain('DELETE /api/data/v9.2/bci_customers(2) HTTP/1.1');
  });
});

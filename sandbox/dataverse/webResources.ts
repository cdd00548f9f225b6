import type { FastifyInstance } from 'fastify';

import type { Organization } from './records/session';

/** Media types by the type of a web resource (webresource.webresourcetype). */
const mediaTypes: Readonly<Record<number, string>> = {
  1: 'text/html; charset=utf-8',
  2: 'text/css; charset=utf-8',
  3: 'text/javascript; charset=utf-8',
  4: 'text/xml; charset=utf-8',
  5: 'image/png',
  6: 'image/jpeg',
  7: 'image/gif',
  9: 'text/xml; charset=utf-8',
  10: 'image/x-icon',
  11: 'image/svg+xml',
  12: 'text/xml; charset=utf-8',
};

/** Serves imported web resources at `/WebResources/<name>` and files of code components at `/CustomControls/<name>/<file>`. */
export function registerWebResources(app: FastifyInstance, organization: Organization): void {
  app.get<{ Params: { '*': string } }>('/WebResources/*', async (request, reply) => {
    const name = request.params['*'];
    const resource = organization.catalog.current.webResources.get(name);
    if (resource === undefined) return reply.code(404).type('text/plain').send(`There is no web resource '${name}'.`);
    return reply.type(mediaTypes[resource.type] ?? 'application/octet-stream').send(Buffer.from(resource.content));
  });
  app.get<{ Params: { name: string; '*': string } }>('/CustomControls/:name/*', async (request, reply) => {
    const { name, '*': path } = request.params;
    const file = organization.catalog.current.customControls.get(name)?.files.get(path);
    if (file === undefined)
      return reply.code(404).type('text/plain').send(`The control '${name}' has no file '${path}'.`);
    return reply.type(fileType(path)).send(Buffer.from(file));
  });
}

function fileType(path: string): string {
  const types: Readonly<Record<string, string>> = {
    js: 'text/javascript; charset=utf-8',
    css: 'text/css; charset=utf-8',
    html: 'text/html; charset=utf-8',
    json: 'application/json; charset=utf-8',
    resx: 'text/xml; charset=utf-8',
    xml: 'text/xml; charset=utf-8',
    png: 'image/png',
    svg: 'image/svg+xml',
  };
  return types[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
}

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build, type Plugin } from 'esbuild';
import type { FastifyInstance } from 'fastify';

/** Where the packed controls come from: the solution that the local Dataverse has imported. */
export interface ControlFiles {
  /** @returns the file's bytes, or undefined when the control or the file is not there */
  file(control: string, filePath: string): Uint8Array | undefined;
}

const require = createRequire(__filename);
const PLATFORM = path.dirname(require.resolve('pcf-start/package.json'));

/** The platform libraries that a model-driven app gives to virtual controls, as the tool for testing controls ships them. */
const platformFiles: Readonly<Record<string, string>> = {
  'react.js': path.join(PLATFORM, 'lib', 'react_16_14_0.js'),
  'fluent.js': path.join(PLATFORM, 'lib', 'fluent_8_121_1.js'),
};

const contentTypes: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.xml': 'text/xml; charset=utf-8',
  '.resx': 'text/xml; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
};

/** Fluent takes React by these names, and with an empty address it asks no other host for its fonts. */
const platformNames =
  "window.React = Reactv16; window.ReactDOM = ReactDOMv16; window.FabricConfig = { fontBaseUrl: '' };";

/** The page runs on the same React as the controls, so that their elements can be part of its tree. */
const platformReact: Plugin = {
  name: 'platform-react',
  setup(esbuild) {
    esbuild.onResolve({ filter: /^react(-dom)?$/ }, (args) => ({ path: args.path, namespace: 'platform' }));
    esbuild.onLoad({ filter: /.*/, namespace: 'platform' }, (args) => ({
      contents: `module.exports = ${args.path === 'react' ? 'Reactv16' : 'ReactDOMv16'};`,
    }));
  },
};

/** One script for the page. @throws when the page's sources do not compile */
async function bundlePage(): Promise<string> {
  const result = await build({
    entryPoints: [path.join(__dirname, 'browser', 'main.tsx')],
    bundle: true,
    format: 'iife',
    target: 'es2020',
    jsx: 'transform',
    minify: true,
    write: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [platformReact],
  });
  return result.outputFiles[0]?.text ?? '';
}

/** Everything comes from this address; inline styles are what Fluent writes. */
const contentSecurityPolicy = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "frame-ancestors 'none'",
].join('; ');

/** The local Sales client: the page, the platform libraries and the imported controls, beside the Web API. */
export async function addSalesClient(server: FastifyInstance, controls: ControlFiles): Promise<void> {
  const script = await bundlePage();
  const [html, css] = await Promise.all(
    ['index.html', 'client.css'].map((file) => readFile(path.join(__dirname, 'browser', file), 'utf8')),
  );

  server.get('/', (_request, reply) =>
    reply.header('content-security-policy', contentSecurityPolicy).type('text/html; charset=utf-8').send(html),
  );
  server.get('/client/client.js', (_request, reply) => reply.type('text/javascript; charset=utf-8').send(script));
  server.get('/client/client.css', (_request, reply) => reply.type('text/css; charset=utf-8').send(css));
  server.get('/client/platform.js', (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').send(platformNames),
  );
  server.get<{ Params: { file: string } }>('/platform/:file', async (request, reply) => {
    const file = platformFiles[request.params.file];
    if (file === undefined) return reply.code(404).send();
    return reply.type('text/javascript; charset=utf-8').send(await readFile(file));
  });
  server.get<{ Params: { control: string; '*': string } }>('/controls/:control/*', (request, reply) => {
    const content = controls.file(request.params.control, request.params['*']);
    if (content === undefined) return reply.code(404).send();
    return reply
      .header('cache-control', 'no-cache')
      .type(contentTypes[path.extname(request.params['*'])] ?? 'application/octet-stream')
      .send(Buffer.from(content));
  });
}

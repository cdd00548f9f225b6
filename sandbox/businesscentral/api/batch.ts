import type { BatchItem, BatchItemResponse, BatchRequest, BatchResponse } from '../../odata/batch';
import { ODataBatchError } from '../../odata/batch';
import { formatJsonBatch, parseJsonBatch } from '../../odata/batchJson';
import { boundaryOf, formatMultipartBatch, parseMultipartBatch } from '../../odata/batchMultipart';
import type { Company } from '../model/company';
import { badRequest } from './apiError';
import { jsonResponse } from './request';
import type { ApiRequest, ApiResponse } from './request';

/** Operations of one batch. Source: operational limits online. */
export const LARGEST_BATCH = 100;

/**
 * Answers a `$batch`. With `Isolation: snapshot` all of it is done or nothing; a change set is always so.
 * `apiPath` is that of the API's root; `run` must answer errors, not throw them. Throws ApiError when the body is not a batch. Source: use-odata-batch.
 */
export function handleBatch(
  request: ApiRequest,
  companies: readonly Company[],
  apiPath: string,
  run: (inner: ApiRequest) => ApiResponse,
): ApiResponse {
  const contentType = request.headers['content-type'];
  const multipart = boundaryOf(contentType) !== undefined;
  const items = readItems(request, multipart);
  const operations = items.reduce((sum, item) => sum + (item.kind === 'request' ? 1 : item.requests.length), 0);
  if (operations > LARGEST_BATCH) {
    throw badRequest(
      `The current batch message contains too many operations. Actual (${operations}). Maximum (${LARGEST_BATCH}).`,
    );
  }
  const executor = new BatchExecutor(companies, apiPath, run);
  const whole = request.headers.isolation?.toLowerCase() === 'snapshot';
  const responses = whole ? executor.allOrNothing(() => executor.items(items)) : executor.items(items);
  if (!multipart) {
    return jsonResponse(200, formatJsonBatch(responses));
  }
  const boundary = 'batchresponse_business_central';
  return {
    status: 200,
    headers: { 'content-type': `multipart/mixed; boundary=${boundary}`, 'odata-version': '4.0' },
    body: formatMultipartBatch(responses, boundary),
  };
}

function readItems(request: ApiRequest, multipart: boolean): readonly BatchItem[] {
  try {
    return multipart
      ? parseMultipartBatch(request.body ?? '', request.headers['content-type'])
      : parseJsonBatch(JSON.parse(request.body ?? ''));
  } catch (error) {
    if (error instanceof ODataBatchError || error instanceof SyntaxError) {
      throw badRequest(`Invalid Request Body. ${error.message}`);
    }
    throw error;
  }
}

class BatchExecutor {
  private readonly failed = new Set<string>();

  constructor(
    private readonly companies: readonly Company[],
    private readonly apiPath: string,
    private readonly run: (inner: ApiRequest) => ApiResponse,
  ) {}

  /** Takes everything back when a request of `work` failed. */
  allOrNothing<T>(work: () => T): T {
    const back = this.companies.map((company) => company.savepoint());
    const before = this.failed.size;
    const result = work();
    if (this.failed.size > before) {
      back.forEach((restore) => restore());
    }
    return result;
  }

  items(items: readonly BatchItem[]): readonly BatchItemResponse[] {
    return items.map((item): BatchItemResponse => {
      if (item.kind === 'request') {
        return { kind: 'request', response: this.one(item.request, item.request.id) };
      }
      const responses = this.allOrNothing(() => item.requests.map((request) => this.one(request, item.id)));
      return { kind: 'changeSet', id: item.id, responses };
    });
  }

  private one(request: BatchRequest, group: string): BatchResponse {
    if (request.dependsOn.some((id) => this.failed.has(id))) {
      return { id: request.id, status: 424, headers: {}, body: undefined };
    }
    const [path = '', query = ''] = withoutRoot(request.url, this.apiPath).split(/\?(.*)/s);
    const { status, headers, body } = this.run({
      method: request.method,
      path,
      query,
      headers: request.headers,
      body: request.body,
    });
    if (status >= 400) {
      this.failed.add(request.id === '' ? `#${this.failed.size}` : request.id).add(group === '' ? '#' : group);
    }
    return { id: request.id, status, headers, body };
  }
}

/** The address below the API's root: batches may give it relative, rooted or absolute. */
function withoutRoot(url: string, apiPath: string): string {
  const path = url.replace(/^https?:\/\/[^/]+/, '');
  const root = path.indexOf(`/${apiPath}/`);
  return path.startsWith('/') && root >= 0 ? path.slice(root + apiPath.length + 2) : path.replace(/^\//, '');
}

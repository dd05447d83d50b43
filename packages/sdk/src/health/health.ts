import type { Call } from '../call.ts';
import type { RequestOptions } from '../request.ts';
import { Resource } from '../resource.ts';

/** Whether all that the API needs is there. */
export interface Readiness {
  readonly status: 'ready' | 'not_ready';
  readonly checks: Readonly<Record<string, 'ok' | 'failed'>>;
}

/** How the deployment is: `kopru.health`. */
export class Health extends Resource {
  /** Whether the API is up. */
  live(options?: RequestOptions): Call<{ readonly status: 'ok' }> {
    return this.transport.call({ method: 'GET', path: '/v1/health' }, options);
  }

  /** What is missing is data, not an error. */
  ready(options?: RequestOptions): Call<Readiness> {
    return this.transport.call({ method: 'GET', path: '/v1/ready', expects: 503 }, options);
  }
}

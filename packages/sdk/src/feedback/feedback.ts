import type { z } from 'zod';
import type { Call } from '../call.ts';
import type { WriteOptions } from '../request.ts';
import { Resource } from '../resource.ts';
import type { feedbackSchema } from './schema.ts';

/** What members did with their matches: `kopru.feedback`. */
export class FeedbackAnswers extends Resource {
  /** Each answer of a pair counts once: sent again, the first one stands; of `saved`, `passed` and `undecided` the last. */
  give(feedback: z.input<typeof feedbackSchema>, options?: WriteOptions): Call<void> {
    return this.transport.call({ method: 'POST', path: '/v1/feedback', body: feedback }, options);
  }
}

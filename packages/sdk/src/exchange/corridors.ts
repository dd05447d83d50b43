import type { z } from 'zod';
import type { Call } from '../call.ts';
import { path, type RequestOptions, type WriteOptions } from '../request.ts';
import { Resource } from '../resource.ts';
import type { CorridorList, Subscription, subscriptionListSchema } from './schema.ts';

type Country = Subscription['from'];

/** From which countries a hub takes cards: `kopru.corridors`. */
export class Corridors extends Resource {
  /** How much is exchanged between countries, over all hubs. */
  list(options?: RequestOptions): Call<CorridorList> {
    return this.transport.call({ method: 'GET', path: '/v1/corridors' }, options);
  }

  /** The corridors that this hub takes cards from. */
  subscriptions(options?: RequestOptions): Call<z.output<typeof subscriptionListSchema>> {
    return this.transport.call({ method: 'GET', path: '/v1/corridors/subscriptions' }, options);
  }

  /** Takes the cards of partners in a country. */
  open(country: Country, options?: WriteOptions): Call<Subscription> {
    return this.transport.call({ method: 'PUT', path: path`/v1/corridors/subscriptions/${country}` }, options);
  }

  /** Takes no more cards from a country. They are gone by the next read. */
  close(country: Country, options?: WriteOptions): Call<void> {
    return this.transport.call({ method: 'DELETE', path: path`/v1/corridors/subscriptions/${country}` }, options);
  }
}

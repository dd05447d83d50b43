import type { WebhookEvent } from '@kopru/sdk/webhooks';

/** An event in one line. Each type has its own data, which the compiler knows. */
export function tell(event: WebhookEvent): string {
  switch (event.type) {
    case 'profile.created':
    case 'profile.updated':
      return `${event.data.kind} ${event.data.id} was written, version ${event.data.version}`;
    case 'match.created':
      return `${event.data.left.id} and ${event.data.right.id} match with ${event.data.score}`;
    case 'introduction.accepted':
      return `introduction ${event.data.introduction} was accepted: tell ${event.data.notify.map(({ id }) => id).join(', ')}`;
    default:
      return event.type;
  }
}

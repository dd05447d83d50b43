import type { ApplicationState } from '../applications/schema.ts';
import type { EventType } from '../events/schema.ts';
import type { IntroductionState } from '../introductions/schema.ts';
import type { Kind } from '../kinds/index.ts';

/** A profile by its id: that of its own hub, or the exchange id of another hub's. */
interface ProfileRef {
  readonly kind: Kind;
  readonly id: string;
}

interface ProfileWritten extends ProfileRef {
  readonly version: number;
  /** The hub's sequence at this write. */
  readonly sequence: number;
}

interface ConsentChanged extends ProfileRef {
  /** Id of the consent. */
  readonly consent: string;
}

interface AgreementChanged {
  /** Id of the agreement. */
  readonly agreement: string;
}

interface IntroductionSide extends ProfileRef {
  /** Id of the hub, of a profile of another hub. */
  readonly hub?: string;
}

interface IntroductionChanged {
  /** Id of the introduction. */
  readonly introduction: string;
  readonly state: IntroductionState;
  readonly from: IntroductionSide;
  readonly to: IntroductionSide;
  /** Profiles of your hub that it is news to. */
  readonly notify: readonly ProfileRef[];
}

interface ApplicationChanged {
  /** Id of the application. */
  readonly application: string;
  readonly state: ApplicationState;
  /** Id of the startup that applies. */
  readonly startup: string;
  /** Id of the programme. */
  readonly programme: string;
}

interface ImportEnded {
  /** Id of the import. */
  readonly id: string;
  readonly kind: Kind;
}

interface EndpointConcerned {
  /** Id of the endpoint. */
  readonly endpoint: string;
}

/** What each type of event carries: ids, numbers and states; the rest is read through the API. */
interface EventData {
  readonly 'profile.created': ProfileWritten;
  readonly 'profile.updated': ProfileWritten;
  readonly 'profile.deleted': ProfileRef;
  readonly 'consent.given': ConsentChanged;
  readonly 'consent.withdrawn': ConsentChanged;
  readonly 'agreement.proposed': AgreementChanged;
  readonly 'agreement.accepted': AgreementChanged;
  readonly 'agreement.ended': AgreementChanged;
  readonly 'match.created': { readonly left: ProfileRef; readonly right: ProfileRef; readonly score: number };
  readonly 'introduction.requested': IntroductionChanged;
  readonly 'introduction.approved': IntroductionChanged;
  readonly 'introduction.accepted': IntroductionChanged;
  readonly 'introduction.declined': IntroductionChanged;
  readonly 'introduction.expired': IntroductionChanged;
  readonly 'introduction.withdrawn': IntroductionChanged;
  readonly 'introduction.reminder': IntroductionChanged;
  readonly 'application.applied': ApplicationChanged;
  readonly 'application.admitted': ApplicationChanged;
  readonly 'application.declined': ApplicationChanged;
  readonly 'application.withdrawn': ApplicationChanged;
  readonly 'application.alumni': ApplicationChanged;
  readonly 'import.completed': ImportEnded;
  readonly 'import.failed': ImportEnded;
  readonly 'endpoint.disabled': EndpointConcerned;
  readonly 'endpoint.test': EndpointConcerned;
}

/** An event as it was signed. A deployment newer than this package may send types that are not listed here. */
export type WebhookEvent = {
  readonly [T in EventType | 'endpoint.test']: {
    /** The same on every attempt: an event may arrive more than once. */
    readonly id: string;
    readonly type: T;
    /** When it happened, ISO 8601. */
    readonly timestamp: string;
    readonly data: EventData[T];
  };
}[EventType | 'endpoint.test'];

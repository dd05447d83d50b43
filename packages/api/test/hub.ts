import { exports } from 'cloudflare:workers';
import type { Kind } from '@kopru/sdk/schema';
import { insertHub } from '../src/hubs/store.ts';
import { makeKey } from '../src/keys/create.ts';
import { insertKey } from '../src/keys/store.ts';
import { bindings } from './bindings.ts';

const worker = (exports as unknown as { default: { fetch(request: Request): Promise<Response> } }).default;

/** Sends a request to the Worker. A body that is no string is sent as JSON. */
export async function call(method: string, path: string, { key, body, headers = {} }: CallOptions = {}) {
  const init: RequestInit = { method, headers: { ...(key && { authorization: `Bearer ${key}` }), ...headers } };
  if (body !== undefined) {
    init.body = typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body);
    init.headers = { 'content-type': 'application/json', ...init.headers };
  }
  const response = await worker.fetch(new Request(`https://kopru.test${path}`, init));
  const text = await response.text();
  const json = /^application\/(problem\+)?json/.test(response.headers.get('content-type') ?? '');
  return {
    status: response.status,
    headers: response.headers,
    text,
    // biome-ignore lint/suspicious/noExplicitAny: the shape of an answer is what the tests are about
    json: (json ? JSON.parse(text) : undefined) as any,
  };
}

interface CallOptions {
  readonly key?: string;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

let count = 0;

/** A new hub of its own for a test, and its secret key. */
export async function newHub(): Promise<{ id: string; key: string }> {
  const id = `hub-${++count}`;
  const { key, row } = await makeKey('secret', id);
  const now = new Date();
  await bindings.DB.batch([insertHub(bindings.DB, { id, name: id }, now), insertKey(bindings.DB, row, now)]);
  return { id, key };
}

export const STARTUP = {
  name: 'Топырақ',
  pitch:
    'Мақтаарал мен Қызылорданың егіс алқаптарына топырақтың электр өткізгіштігін өлшейтін зондтар орнатамыз; диқан қай танапты қанша сумен шаю керегін телефонындағы картадан көреді.',
  sectors: ['irrigation'],
  stage: 'seed',
  country: 'KZ',
  targetMarkets: ['AZ'],
  raise: { amount: 300_000, currency: 'USD', instrument: 'equity' },
  languages: ['kk', 'en'],
  contact: { email: 'gizli@example.org' },
  consent: { matching: true },
};

export const EXPERT = {
  name: 'Aysel Quliyeva',
  about:
    'Suvarılan torpaqlarda duzluluğu ölçən elektrik keçiriciliyi zondlarını layihələndirən mühəndisəm; suvarma üzrə işləyən komandaya qoşulmaq istəyirəm.',
  roles: ['engineer'],
  country: 'AZ',
  teamCountries: ['turkic_states'],
  languages: ['az', 'en'],
  contact: { email: 'gizli@example.org' },
  consent: { matching: true },
};

export const NEED = {
  name: 'Su sərfiyyatı ölçənlərinin sınağı',
  about:
    'Suvarma kanallarında torpağın duzluluğunu və suyun sərfini ölçən zondlara ehtiyacımız var; sahədə bir mövsüm sınaqdan keçirəcəyik.',
  types: ['pilot'],
  sectors: ['irrigation'],
  country: 'AZ',
  supplierCountries: ['turkic_states'],
  neededBy: '2099-12-31',
  languages: ['az', 'en'],
  contact: { email: 'gizli@example.org' },
  consent: { matching: true },
};

export const OFFER = {
  name: 'Sahə stansiyasında vaxt',
  about:
    'Suvarma kanallarında su sərfini və torpağın duzluluğunu ölçən zondları sahə stansiyamızda bir mövsüm sınaqdan keçirməyə yer veririk.',
  types: ['pilot', 'equipment_time'],
  sectors: ['irrigation'],
  country: 'AZ',
  offeredIn: ['turkic_states'],
  terms: ['free', 'in_exchange'],
  availability: { from: '2020-01-01', until: '2099-12-31' },
  languages: ['az', 'en'],
  contact: { email: 'gizli@example.org' },
  consent: { matching: true },
};

export const LAB = {
  name: 'Bakı Ölçmə Laboratoriyası',
  about:
    'Suvarma üçün torpaq duzluluğu zondlarının və su sərfi ölçənlərinin kalibrlənməsi və sınağı; elektrik keçiriciliyi etalonlarımız var.',
  accreditation: { body: 'AzAK', number: 'AZ 031', validUntil: '2099-12-31' },
  scope: [{ item: 'water meter', standards: ['ISO 4064'], range: { min: 15, max: 50, unit: 'mm' } }],
  leadTimeDays: 20,
  country: 'AZ',
  recognisedIn: ['turkic_states'],
  languages: ['az', 'en'],
  contact: { email: 'gizli@example.org' },
  consent: { matching: true },
};

export const PROGRAMME = {
  name: 'Muğan Akseleratoru',
  about:
    'Suvarma və torpağın duzluluğu üzrə cihazlar quran komandalara on iki həftəlik akselerasiya: mentorlar, sahədə sınaq, ilk müştərilər.',
  type: 'acceleration',
  calls: [{ name: 'Bahar', opensOn: '2020-01-01', closesOn: '2099-12-31', capacity: 2 }],
  sectors: ['irrigation'],
  stages: ['pre_seed', 'seed'],
  country: 'AZ',
  startupCountries: ['turkic_states'],
  languages: ['az', 'en'],
  contact: { email: 'gizli@example.org' },
  consent: { matching: true },
};

export const PATENT = {
  name: 'Torpağın duzluluğunu ölçən zond',
  abstract:
    'Suvarılan torpağa basdırılan zond duzluluğu elektrik keçiriciliyi ilə ölçür və suvarma suyunun miqdarını sahə üzrə göstərir.',
  claims: '1. İki halqa elektroddan ibarət zond.',
  classifications: ['A01G 25/16', 'G01N 27/04'],
  jurisdictions: [
    { office: 'EA', number: '034567', status: 'granted', filedOn: '2020-01-01', expiresOn: '2099-12-31' },
  ],
  owner: 'Muğan İnstitutu',
  licence: { type: 'either', countries: ['turkic_states'], price: 'Dövriyyənin 2 faizi' },
  country: 'AZ',
  languages: ['az', 'en'],
  contact: { email: 'gizli@example.org' },
  consent: { matching: true },
};

export const INVESTOR = {
  name: 'Muğan Fondu',
  thesis:
    'Şoranlaşma suvarılan əkin yerlərini ildən-ilə sıradan çıxarır. Münbitliyi qaytarmağa kömək edən, meliorasiya vəsaitinin ünvanlı xərclənməsini təmin edən komandaları maliyyələşdiririk.',
  stages: ['pre_seed', 'seed'],
  country: 'AZ',
  countries: ['turkic_states'],
  ticket: { min: 100_000, max: 500_000, currency: 'USD' },
  languages: ['az', 'en'],
  contact: { email: 'gizli@example.org' },
  consent: { matching: true },
};

/** A profile of each kind, of which a startup matches the others. */
export const SAMPLES: Readonly<Record<Kind, object>> = {
  startup: STARTUP,
  investor: INVESTOR,
  expert: EXPERT,
  need: NEED,
  lab: LAB,
  programme: PROGRAMME,
  patent: PATENT,
  offer: OFFER,
};

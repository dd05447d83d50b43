import { formatJurisdiction, isLocale, type Jurisdiction } from '@kopru/sdk/facets';

/** An element by its local name, with what stands in it in its order. */
export interface Element {
  readonly name: string;
  /** `languageCode`; '' where it names none. */
  readonly lang: string;
  /** Line on which it begins, from 1. */
  readonly line: number;
  readonly content: (string | Element)[];
}

/** What stands beside one another of an application. */
export interface St96Record {
  readonly data: Element;
  readonly abstracts: readonly Element[];
  readonly claims: readonly Element[];
}

/** The columns of the table that such a file is read as: fields of a patent. */
export const ST96_HEADER: readonly string[] = [
  ...['id', 'name', 'abstract', 'lang', 'claims', 'classifications', 'jurisdictions', 'owner', 'country'],
];

/** What is printed on documents of granted patents (WIPO ST.16). */
const GRANTED = /^[BC]/;
/** The international office signs as `IB`; profiles call it by the code of its publications. */
const OFFICES: Readonly<Record<string, string>> = { IB: 'WO' };

/** The cells of an application in the order of {@link ST96_HEADER}, and the languages of abstracts that are not kept. */
export function cellsOf({ data, abstracts, claims }: St96Record): { cells: string[]; passedOver: string[] } {
  const titles = all(data, 'InventionTitle').concat(all(data, 'InventionTitleBag/InventionTitle'));
  const abstract = preferred(abstracts, titles);
  const inIt = (some: readonly Element[]) => some.find(({ lang }) => lang === abstract?.lang) ?? some[0];
  const applicants = all(data, 'PartyBag/ApplicantBag/Applicant');
  const cells = [
    idOf(data),
    textOf(inIt(titles)),
    textOf(abstract),
    isLocale(abstract?.lang) ? abstract.lang : '',
    all(inIt(claims), 'Claim/ClaimText').map(textOf).join('\n'),
    [
      ...new Set(
        within(data, /^(?:IPCR|CPC)Classification$/)
          .map(symbolOf)
          .concat(oldSymbols(data)),
      ),
    ].join(' | '),
    jurisdictionOf(data),
    applicants.map(nameOf).filter(Boolean).join(', '),
    textOf(applicants.flatMap((one) => within(one, /^CountryCode$/))[0]),
  ];
  const passedOver = [...new Set(abstracts.map(({ lang }) => lang))].filter((lang) => lang && lang !== abstract?.lang);
  return { cells, passedOver };
}

/** The first abstract in one of our languages, rather one in which there is a title too. */
function preferred(abstracts: readonly Element[], titles: readonly Element[]): Element | undefined {
  const ours = abstracts.filter(({ lang }) => isLocale(lang));
  return ours.find(({ lang }) => titles.some((title) => title.lang === lang)) ?? ours[0] ?? abstracts[0];
}

/** The elements of a path, by names parted by `/`. */
function all(from: Element | undefined, path: string): Element[] {
  return path
    .split('/')
    .reduce<Element[]>(
      (found, name) => found.flatMap((one) => childrenOf(one).filter((child) => child.name === name)),
      from ? [from] : [],
    );
}

/** The uppermost elements of a name, however deep they stand. */
const within = (from: Element, name: RegExp): Element[] =>
  childrenOf(from).flatMap((child) => (name.test(child.name) ? child : within(child, name)));

const childrenOf = ({ content }: Element): Element[] => content.filter((part) => typeof part !== 'string');

/** Its text with one space between words; an element within parts words. */
const textOf = (from: Element | undefined): string => (from ? raw(from).replace(/\s+/g, ' ').trim() : '');
const raw = ({ content }: Element): string =>
  content.map((part) => (typeof part === 'string' ? part : ` ${raw(part)} `)).join('');

const first = (from: Element, ...paths: readonly string[]): string =>
  paths.map((path) => textOf(all(from, path)[0])).find(Boolean) ?? '';

/** A name that the office made uniform, else one as it was given. */
function nameOf(applicant: Element): string {
  const named = (name: RegExp) => textOf(within(applicant, name)[0]);
  return (
    named(/^OrganizationStandardName$/) ||
    named(/^EntityName$/) ||
    named(/^PersonFullName$/) ||
    [named(/^FirstName$/), named(/^LastName$/)].filter(Boolean).join(' ')
  );
}

/** A symbol from its parts, else from its text without edition and level. */
function symbolOf(from: Element): string {
  const top = ['Section|CPCSection', 'Class', 'Subclass'].map((names) => first(from, ...names.split('|'))).join('');
  const group = [first(from, 'MainGroup'), first(from, 'Subgroup')].filter(Boolean).join('/');
  return top ? `${top} ${group}`.trim() : withoutEdition(first(from, 'PatentClassificationText'));
}

const withoutEdition = (text: string): string => /^.*?\/\s*\d+/.exec(text)?.[0] ?? text;

/** Up to its seventh edition the IPC had a main classification and further ones, as texts. */
const oldSymbols = (data: Element): string[] =>
  ['MainClassification', 'FurtherClassification'].flatMap((name) =>
    all(data, `PatentClassificationBag/IPCClassification/${name}`).map((one) => withoutEdition(textOf(one))),
  );

const officeOf = (data: Element): string => {
  const office = first(
    data,
    'ApplicationIdentification/IPOfficeCode',
    'PatentPublicationIdentification/IPOfficeCode',
    'PatentGrantIdentification/IPOfficeCode',
  );
  return OFFICES[office] ?? office;
};

/** Of the application, which keeps its number through all publications. */
const numberOf = (data: Element): string =>
  first(
    data,
    'ApplicationIdentification/ApplicationNumber/ApplicationNumberText',
    'PatentPublicationIdentification/PublicationNumber',
    'PatentGrantIdentification/PatentNumber',
  );

/** Ids go into addresses. */
const idOf = (data: Element): string => {
  const number = numberOf(data);
  return number && `${officeOf(data)}-${number}`.replace(/[^A-Za-z0-9._~-]+/g, '-').replace(/^-+/, '');
};

/** @returns '' where no office is named; one that is none of ours is told by whoever reads the cell. */
function jurisdictionOf(data: Element): string {
  const office = officeOf(data);
  if (!office) return '';
  const patent = first(data, 'PatentGrantIdentification/PatentNumber');
  const grantedOn = first(data, 'PatentGrantIdentification/GrantDate');
  const kind = first(data, 'PatentPublicationIdentification/PatentDocumentKindCode');
  // An international application is never granted itself.
  const isGranted = office !== 'WO' && (patent !== '' || grantedOn !== '' || GRANTED.test(kind));
  return formatJurisdiction({
    office: office as Jurisdiction['office'],
    number: ((isGranted && patent) || numberOf(data)).replace(/[;|]/g, ' '),
    status: isGranted ? 'granted' : 'applied',
    filedOn: dayOf(first(data, 'ApplicationIdentification/FilingDate')),
    ...(isGranted && { grantedOn: dayOf(grantedOn) }),
  });
}

/** An xs:date may name its zone. */
const dayOf = (date: string): string => date.slice(0, 10);

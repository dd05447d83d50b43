/** The lines of an export. */
export type ExportedFile = readonly { readonly type: string; readonly rows?: number; readonly data?: Row }[];

interface Row {
  readonly id?: string;
  readonly profile?: { readonly name: string };
}

/** What a hub had while its export was made. */
export interface Lived {
  /** Of the audit log, all the time; a tenth as many profiles were there at the beginning. */
  readonly rows: number;
  /** Names that a profile of the beginning was given later. */
  readonly versions: ReadonlyMap<string, ReadonlySet<string>>;
  readonly made: readonly string[];
  readonly erased: ReadonlySet<string>;
}

/** What is wrong with an export, counted; see {@link Lived}. */
export function judge(file: ExportedFile, { rows, versions, made, erased }: Lived) {
  const ids = (type: string) => file.flatMap((line) => (line.type === type ? [line.data?.id ?? ''] : []));
  const [acts, profiles] = [ids('audit'), ids('profile')];
  const there = new Set([...acts, ...profiles]);
  const kept = Array.from({ length: rows / 10 }, (_, i) => `p${i}`).filter((id) => !erased.has(id));
  const known = new Set([...kept, ...made]);
  const all = Array.from({ length: rows }, (_, i) => `aud_${i}`);
  const isTrue = ({ id = '', profile: { name } = { name: '' } }: Row) =>
    name === 'First' || name === id || versions.get(id)?.has(name);
  const data = file.filter((line) => line.data !== undefined);
  return {
    lost: [...kept, ...all].filter((id) => !there.has(id)).length,
    doubled: acts.length + profiles.length - there.size,
    cameBack: profiles.filter((id) => erased.has(id)).length,
    invented: file.filter(({ type, data: row = {} }) => type === 'profile' && !(known.has(row.id ?? '') && isTrue(row)))
      .length,
    misframed: Number(
      file[0]?.type !== 'export' ||
        file.at(-1)?.type !== 'end' ||
        file.at(-1)?.rows !== data.length ||
        data.length !== file.length - 2,
    ),
  };
}

/** What is loaded, by its name: its file is beside the script under that name. */
export type Pins = Readonly<Record<string, readonly [integrity: string, ...imports: string[]]>>;

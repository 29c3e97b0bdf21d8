/** One file of a folder: its path inside, with `/`, and its text. */
export interface FolderFile {
  readonly name: string;
  readonly text: string;
}

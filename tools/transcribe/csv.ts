/** Cells of one CSV row; a quoted cell may hold commas. No escaped quotes in these files. */
export function cellsOf(row: string): string[] {
  return [...row.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted ?? plain ?? '',
  );
}

/** Each different source gets a number, in order of first use; equal sources share one. */
export function numberSources(sources: readonly string[]): {
  readonly marks: readonly string[];
  readonly notes: readonly string[];
} {
  const distinct = [...new Set(sources)].filter((source) => source !== '');
  return {
    marks: sources.map((source) => (source === '' ? '' : `[${distinct.indexOf(source) + 1}]`)),
    notes: distinct.map((source, index) => `[${index + 1}] ${source}`),
  };
}

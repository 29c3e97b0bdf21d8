/**
 * Packages of a lock file without the addresses they were fetched from: a committed file names no
 * registry. A link to a workspace keeps its folder. No side effects.
 */
export function withoutAddresses(packages) {
  return Object.fromEntries(
    Object.entries(packages).map(([location, entry]) => {
      if (entry.link === true || entry.resolved === undefined) return [location, entry];
      const { resolved: _address, ...rest } = entry;
      return [location, rest];
    }),
  );
}

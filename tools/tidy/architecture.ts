/** A workspace: what it is for and which other workspaces it may import. */
export interface PackageLayer {
  readonly name: string;
  readonly path: string;
  readonly purpose: string;
  readonly mayImport: readonly string[];
  /** No Node built-in, clock, randomness or console, and no dependency at all. */
  readonly pure?: boolean;
  readonly readsLibrary?: boolean;
}

/** A room of a workspace: the folder `<package path>/src/<name>`. Listed in import order. */
export interface Room {
  readonly name: string;
  readonly package: string;
  readonly purpose: string;
  readonly mayImport: readonly string[];
  /** Designed, without a file yet. */
  readonly planned?: boolean;
}

/** `architecture.json`: the layers of the house and the exceptions to its rules. */
export interface Architecture {
  readonly packages: readonly PackageLayer[];
  readonly rooms: readonly Room[];
  /** Files of `foundation` that may call the platform's own exp, log or sin. */
  readonly transcendental: readonly string[];
  /** Where reading starts: files nothing imports, yet alive. */
  readonly entryPoints: readonly string[];
  /** Files of a case folder that carry their own passports or are results, not data. */
  readonly caseFiles: readonly string[];
}

/** The workspace a file stands in, if any. */
export function packageOf(architecture: Architecture, file: string): PackageLayer | undefined {
  return architecture.packages.find((layer) => file.startsWith(`${layer.path}/`));
}

/** The room folder of a file in a workspace that has rooms; '' for the files beside the rooms. */
export function roomNameOf(architecture: Architecture, file: string): string | undefined {
  const layer = packageOf(architecture, file);
  if (layer === undefined || !hasRooms(architecture, layer.name)) return undefined;
  const inside = file.slice(`${layer.path}/src/`.length);
  if (!file.startsWith(`${layer.path}/src/`)) return undefined;
  const slash = inside.indexOf('/');
  return slash < 0 ? '' : inside.slice(0, slash);
}

export function hasRooms(architecture: Architecture, packageName: string): boolean {
  return architecture.rooms.some((room) => room.package === packageName);
}

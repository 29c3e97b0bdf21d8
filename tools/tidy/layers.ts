import { builtinModules } from 'node:module';
import {
  type Architecture,
  hasRooms,
  type PackageLayer,
  packageOf,
  type Room,
  roomNameOf,
} from './architecture.js';
import type { Check, Finding } from './check.js';
import { type ImportEdge, moduleGraph } from './module-graph.js';
import { isTest, type Repository } from './repository.js';

/** Who may import whom, by `architecture.json`. Tests are held to packages, not to rooms. */
export const layers: Check = {
  name: 'layers',
  title: 'imports follow architecture.json',
  run(repository, architecture) {
    const edges = [...moduleGraph(repository, architecture).values()].flat();
    const breaches = edges.flatMap((edge) => {
      const why = breach(repository, architecture, edge);
      return why === undefined ? [] : [{ file: edge.file, line: edge.line, message: why }];
    });
    return [...breaches, ...misplaced(repository, architecture)];
  },
};

function breach(
  repository: Repository,
  architecture: Architecture,
  edge: ImportEdge,
): string | undefined {
  const from = packageOf(architecture, edge.file);
  if (from === undefined) return undefined;
  const ownFile = edge.specifier.startsWith('.');
  if (!ownFile) return outsideBreach(repository, architecture, from, edge);
  if (edge.target === undefined) {
    return edge.isUrl ? undefined : `'${edge.specifier}' leads to no file`;
  }
  if (isTest(edge.file)) return testBreach(architecture, from, edge.target);
  if (edge.target.startsWith('library/') && from.readsLibrary !== true) {
    return 'only apps, tools and tests read library/';
  }
  if (packageOf(architecture, edge.target) !== from) {
    return `'${edge.specifier}' leaves the package: import it by name, through its index`;
  }
  return roomBreach(architecture, from, edge.file, edge.target);
}

function testBreach(
  architecture: Architecture,
  from: PackageLayer,
  target: string,
): string | undefined {
  const to = packageOf(architecture, target);
  if (to === undefined || to === from || from.mayImport.includes(to.name)) return undefined;
  return `${from.name} may not import ${to.name}, not even in a test`;
}

function outsideBreach(
  repository: Repository,
  architecture: Architecture,
  from: PackageLayer,
  edge: ImportEdge,
): string | undefined {
  const name = packageName(edge.specifier);
  const to = architecture.packages.find((layer) => layer.name === name);
  if (to !== undefined) return packageBreach(from, to, edge);
  if (isTest(edge.file)) return undefined;
  if (from.pure === true) return `${from.name} has no dependency, yet imports '${edge.specifier}'`;
  if (edge.specifier.startsWith('node:') || builtinModules.includes(name)) return undefined;
  if (declaredDependencies(repository, from).has(name)) return undefined;
  return `'${name}' is not among the dependencies of ${from.name}`;
}

function packageBreach(from: PackageLayer, to: PackageLayer, edge: ImportEdge): string | undefined {
  if (to === from) return 'inside its own package a file imports by relative path';
  if (edge.specifier !== to.name) return `only the index of ${to.name} is public`;
  return from.mayImport.includes(to.name) ? undefined : `${from.name} may not import ${to.name}`;
}

function packageName(specifier: string): string {
  const parts = specifier.split('/');
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}

function declaredDependencies(repository: Repository, layer: PackageLayer): ReadonlySet<string> {
  const path = `${layer.path}/package.json`;
  if (!repository.files.includes(path)) return new Set();
  const manifest: unknown = JSON.parse(repository.text(path));
  const hasField = typeof manifest === 'object' && manifest !== null && 'dependencies' in manifest;
  return new Set(hasField ? Object.keys(Object(manifest.dependencies)) : []);
}

function roomBreach(
  architecture: Architecture,
  layer: PackageLayer,
  file: string,
  target: string,
): string | undefined {
  if (!hasRooms(architecture, layer.name)) return undefined;
  const from = roomNameOf(architecture, file);
  const to = roomNameOf(architecture, target);
  if (from === to) return undefined;
  if (to === '') return `a room may not import '${target}', which stands above all rooms`;
  if (target !== `${layer.path}/src/${to}/index.ts`) {
    return `room '${to}' is entered through its index.ts alone`;
  }
  if (from === '') return undefined;
  const room = architecture.rooms.find((candidate) => candidate.name === from);
  if (room === undefined || to === undefined || room.mayImport.includes(to)) return undefined;
  return `room '${from}' may not import '${to}'`;
}

/** Rooms without a folder, folders without a room, and files that stand in neither. */
function misplaced(repository: Repository, architecture: Architecture): Finding[] {
  const found = architecture.packages
    .filter((layer) => hasRooms(architecture, layer.name))
    .flatMap((layer) => strays(repository, architecture, layer));
  const rooms = architecture.rooms.flatMap((room) => roomState(repository, architecture, room));
  return [...found, ...rooms, ...forwardImports(architecture)];
}

function strays(
  repository: Repository,
  architecture: Architecture,
  layer: PackageLayer,
): Finding[] {
  return repository.files.flatMap((file) => {
    const name = roomNameOf(architecture, file);
    if (packageOf(architecture, file) !== layer || name === undefined) return [];
    if (name === '' && /\/index(\.test)?\.ts$/.test(file)) return [];
    if (architecture.rooms.some((room) => room.name === name)) return [];
    return [{ file, line: 0, message: 'stands in no room of architecture.json' }];
  });
}

function roomState(
  repository: Repository,
  architecture: Architecture,
  room: Room,
): readonly Finding[] {
  const layer = architecture.packages.find((candidate) => candidate.name === room.package);
  const folder = `${layer?.path}/src/${room.name}/`;
  const built = repository.files.some((file) => file.startsWith(folder));
  if (built === (room.planned !== true)) return [];
  const message = built
    ? `room '${room.name}' has files: remove "planned"`
    : `room '${room.name}' has no file: mark it "planned"`;
  return [{ file: 'architecture.json', line: 0, message }];
}

/** The order of the list is the order of the imports: a room names earlier rooms only. */
function forwardImports(architecture: Architecture): readonly Finding[] {
  const names = architecture.rooms.map((room) => room.name);
  return architecture.rooms.flatMap((room, index) =>
    room.mayImport
      .filter((name) => !names.slice(0, index).includes(name))
      .map((name) => ({
        file: 'architecture.json',
        line: 0,
        message: `room '${room.name}' lists '${name}', which does not stand before it`,
      })),
  );
}

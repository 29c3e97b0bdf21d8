import type { Check } from './check.js';
import { moduleGraph } from './module-graph.js';

/** Files that import each other in a circle, type imports included. */
export const cycle: Check = {
  name: 'cycle',
  title: 'no import cycle',
  run(repository, architecture) {
    const graph = moduleGraph(repository, architecture);
    const next = new Map<string, readonly string[]>();
    for (const [file, edges] of graph) {
      next.set(
        file,
        edges.flatMap((edge) => (edge.target === undefined ? [] : [edge.target])),
      );
    }
    return cycles(next).map((ring) => ({
      file: ring[0] ?? '',
      line: 0,
      message: [...ring, ring[0]].join(' -> '),
    }));
  },
};

/** One ring for every edge that leads back into the path being walked. */
function cycles(next: ReadonlyMap<string, readonly string[]>): string[][] {
  const rings: string[][] = [];
  const done = new Set<string>();
  const path: string[] = [];
  const enter = (file: string): void => {
    const at = path.indexOf(file);
    if (at >= 0) rings.push(path.slice(at));
    if (at >= 0 || done.has(file)) return;
    path.push(file);
    for (const target of next.get(file) ?? []) enter(target);
    path.pop();
    done.add(file);
  };
  for (const file of next.keys()) enter(file);
  return rings;
}

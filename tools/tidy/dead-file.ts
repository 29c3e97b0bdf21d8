import type { Check } from './check.js';
import { moduleGraph } from './module-graph.js';
import { isCode } from './repository.js';

const isTestRoot = (file: string): boolean => /\.test\.tsx?$/.test(file);

/** Code that neither an entry point of architecture.json nor a test reaches. */
export const deadFile: Check = {
  name: 'dead-file',
  title: 'no dead file',
  run(repository, architecture) {
    const graph = moduleGraph(repository, architecture);
    const missing = architecture.entryPoints.filter((file) => !repository.files.includes(file));
    const alive = new Set<string>();
    const waiting = [...architecture.entryPoints, ...repository.files.filter(isTestRoot)];
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
      if (alive.has(file)) continue;
      alive.add(file);
      for (const edge of graph.get(file) ?? []) {
        if (edge.target !== undefined) waiting.push(edge.target);
      }
    }
    return [
      ...missing.map((file) => at('architecture.json', `entry point ${file} does not exist`)),
      ...repository.files
        .filter((file) => isCode(file) && !alive.has(file))
        .map((file) => at(file, 'no entry point and no test reaches this file')),
    ];
  },
};

const at = (file: string, message: string) => ({ file, line: 0, message });

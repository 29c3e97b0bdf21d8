import type { Architecture } from './architecture.js';
import type { Repository } from './repository.js';

/** One breach of one rule. `line` is 1-based; 0 when the finding concerns the whole file. */
export interface Finding {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** One rule of the house. `name` is what the ratchet and the table call it. */
export interface Check {
  readonly name: string;
  readonly title: string;
  readonly run: (repository: Repository, architecture: Architecture) => readonly Finding[];
}

import { ownFailure } from '../../stress/index.js';
import { AS_ASSUMED, failureWorld, type World } from '../problem.js';
import type { PolicyWorld } from './policy.js';

/** By which limits name it: `kind-severity` of a named failure, else its own id. */
export function worldId(world: PolicyWorld): string {
  return 'severity' in world ? `${world.kind}-${world.severity}` : world.id;
}

/** What is assumed in a world that a limit names, in words; an unknown id as it is. */
export function worldTitle(worlds: readonly PolicyWorld[], id: string): string {
  if (id === AS_ASSUMED.id) return AS_ASSUMED.title;
  return worlds.find((world) => worldId(world) === id)?.title ?? id;
}

/** The world of a policy as limits are tested in it (POLICY-7). */
export function worldOf(world: PolicyWorld): World {
  if ('severity' in world) return failureWorld(world.kind, world.severity, world.title);
  const { id, title } = world;
  return { id, title, breaks: (planned) => ownFailure(planned, world) };
}

import type { Parameter } from '../foundation/index.js';

/**
 * The parameter of a behaviour model by its name; `core.share` stands in the optional part
 * `core`. Undefined where the model has no such parameter or not that part.
 */
export function parameterAt(model: object, name: string): Parameter | undefined {
  let at: unknown = model;
  for (const step of name.split('.')) at = memberOf(at, step);
  return isParameter(at) ? at : undefined;
}

/**
 * The model with a parameter it already has replaced. A name it lacks is a programmer error: ask
 * `parameterAt` first.
 */
export function withParameterAt<M extends object>(model: M, name: string, parameter: Parameter): M {
  if (parameterAt(model, name) === undefined) throw new RangeError(`no parameter ${name}`);
  const [key = name, inner] = name.split('.');
  if (inner === undefined) return { ...model, [key]: parameter };
  const part = memberOf(model, key);
  return { ...model, [key]: { ...(isObject(part) ? part : {}), [inner]: parameter } };
}

function memberOf(value: unknown, key: string): unknown {
  if (!isObject(value)) return undefined;
  return Object.entries(value).find(([name]) => name === key)?.[1];
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isParameter(value: unknown): value is Parameter {
  return isObject(value) && 'value' in value && 'basis' in value && 'source' in value;
}

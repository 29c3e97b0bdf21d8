export * from './citation/index.js';
export * from './contribution/index.js';
export { isSlug } from './slug.js';
export * from './weekly/index.js';

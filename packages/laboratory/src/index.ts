export { isSlug } from './slug.js';
export * from './weekly/index.js';

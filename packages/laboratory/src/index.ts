export * from './article/index.js';
export * from './case/index.js';
export * from './case-template/index.js';
export * from './citation/index.js';
export * from './contribution/index.js';
export * from './expected/index.js';
export * from './prose/index.js';
export { isSlug } from './slug.js';
export * from './weekly/index.js';

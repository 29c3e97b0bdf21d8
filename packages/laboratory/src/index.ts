export { isSlug } from './slug.js';

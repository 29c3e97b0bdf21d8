export { type Author, type Citable, LABORATORY, permanentId } from './citable.js';

export { tapeReaderVersion } from './open-tape.js';

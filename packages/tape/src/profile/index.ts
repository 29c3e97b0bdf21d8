export type { CellCount, ColumnProfile, ProfileRange, TapeProfile } from './column-profile.js';
export { profileTape } from './profile-tape.js';
